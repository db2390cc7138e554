import Files
import Spawning

/// A server that this program started.
struct ServerProcess {
    /// What it says.
    let run: ServerRun
    private let process: DetachedProcess

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - directory: Where it keeps its data.
    ///   - environment: Tells where the program is looked for.
    ///   - lock: The lock that it holds as long as it lives.
    /// - Throws: An error if the program cannot be started.
    init(
        in directory: PrivateRedisDirectory, environment: [String: String],
        holding lock: FileLock
    ) throws(PrivateRedisError) {
        let command = try ServerCommand(for: directory, environment: environment)
        try PrivateRedisError.catching { () throws(FileError) in
            try FileSystem.remove(directory.socketPath)
            try FileSystem.remove(directory.processIDPath)
        }
        run = try ServerRun(in: directory)
        do {
            process = try DetachedProcess(
                command.executable, command.arguments, environment: command.environment,
                logPath: directory.logPath, inheriting: lock.descriptor)
        } catch {
            throw .serverNotRunnable(error.executable, error.reason)
        }
    }

    /// Whether the server has ended.
    func hasEnded() -> Bool { process.hasEnded() }

    /// Whether the server has ended by itself, with an error.
    func hasFailed() -> Bool { process.hasFailed() }

    /// Tells the server to end.
    func terminate() { process.terminate() }
}
