package import Redis
import Synchronization

/// A `redis-server` of its own, on a unix socket in a temporary folder.
///
/// It is killed when its owner lets go of it.
package final class RedisServer: Sendable {
    /// Where it listens.
    package let address: RedisAddress

    private let folder: TemporaryFolder
    private let parameters: [String]
    private let process = Mutex<ChildProcess?>(nil)
    private let pool: RedisPool

    /// Starts a server and waits until it answers.
    ///
    /// - Parameters:
    ///   - appendOnly: Whether data outlives a restart.
    ///   - parameters: More options, such as `["--requirepass", "secret"]`.
    /// - Throws: An error when the server cannot be started or ends at once.
    package init(appendOnly: Bool = false, parameters: [String] = []) async throws {
        let folder = try TemporaryFolder()
        let socket = folder.file("redis")
        self.folder = folder
        self.parameters =
            [
                "--port", "0", "--unixsocket", socket, "--dir", folder.path, "--save", "",
                "--logfile", folder.file("log"), "--enable-debug-command", "local",
                "--appendonly", appendOnly ? "yes" : "no",
            ] + parameters
        var address = RedisAddress(unixSocket: socket)
        if let index = parameters.firstIndex(of: "--requirepass") {
            address.password = parameters[index + 1]
        }
        self.address = address
        pool = RedisPool(address)
        await ServerPlaces.shared.enter()
        // Where this throws, the place is given back by deinit too.
        try await start()
    }

    deinit {
        process.withLock { $0?.kill() }
        Task { await ServerPlaces.shared.leave() }
    }

    /// Starts the server after it was stopped or killed, and does not wait until it answers.
    package func launch() throws {
        try process.withLock { $0 = try ChildProcess("redis-server", parameters) }
    }

    /// Starts the server after it was stopped or killed, and waits until it answers.
    package func start() async throws {
        try launch()
        let deadline = ContinuousClock.now + Patience.limit
        while true {
            do {
                _ = try await pool.execute(RedisCommand("PING"))
                return
            } catch  where ContinuousClock.now < deadline {
                let isRunning = process.withLock { $0?.isRunning == true }
                guard isRunning else { throw ServerDidNotStart(log: folder.file("log")) }
                try await Task.sleep(for: .milliseconds(5))
            }
        }
    }

    /// Ends the server in good order and waits until it is gone.
    package func stop() {
        process.withLock { $0?.terminate() }
    }

    /// Kills the server with SIGKILL and waits until it is gone.
    package func kill() {
        process.withLock { $0?.kill() }
    }

    /// Stops the server and starts it again.
    package func restart() async throws {
        stop()
        try await start()
    }

    /// Sends a command as it would be typed, and gives its reply.
    @discardableResult
    package func redis(_ words: String...) async throws -> RedisReply {
        let arguments = words.dropFirst().map { RedisArgument($0) }
        return try await pool.execute(RedisCommand(words.first ?? "PING", arguments))
    }
}

/// A server that ended instead of answering.
private struct ServerDidNotStart: Error {
    /// The file that may tell why.
    let log: String
}
