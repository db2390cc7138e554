import Spawning

/// A server that this program started, and what it says.
struct ServerProcess {
    /// What it has to say.
    let log: ServerLog
    private let process: DetachedProcess

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - command: The program, its arguments and its environment.
    ///   - log: Where its output goes.
    ///   - lock: The lock that it holds as long as it lives.
    /// - Throws: An error if the program cannot be started.
    init(
        _ command: ServerCommand, log: ServerLog, holding lock: FileLock
    ) throws(PrivateRedisError) {
        do {
            process = try DetachedProcess(
                command.executable, command.arguments, environment: command.environment,
                logPath: log.path, inheriting: lock.descriptor)
        } catch {
            throw .serverNotRunnable(error.executable, error.reason)
        }
        self.log = log
    }

    /// Whether the server has ended.
    func hasEnded() -> Bool { process.hasEnded() }

    /// Whether the server has ended by itself, with an error.
    func hasFailed() -> Bool { process.hasFailed() }

    /// Tells the server to end.
    func terminate() { process.terminate() }
}
