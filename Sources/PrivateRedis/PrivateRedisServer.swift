import Files
package import Redis

/// The Redis server that all programs of one user share while at least one of them runs.
///
/// Redis does not lock its directory, and two servers on one append-only file destroy it. Three
/// locks keep order, and the system takes each of them back from a program that dies:
/// - the *start lock*, held while a server is started or stopped, so that the two cannot cross;
/// - the *server lock*, inherited by the server and held as long as it lives;
/// - the *users' lock*, shared by every program that uses the server: whoever gets it exclusively
///   is the last one, and stops the server.
package actor PrivateRedisServer {
    private static let stopTimeout = Duration.seconds(5)

    private let directory: PrivateRedisDirectory
    private let environment: [String: String]
    private let startTimeout: Duration
    private let door: ServerDoor
    private let onNotice: @Sendable (PrivateRedisNotice) -> Void
    private var share: FileLock?
    private var process: ServerProcess?
    private var watch: NoticeWatch?

    /// Describes a server.
    ///
    /// Nothing is started yet.
    ///
    /// - Parameters:
    ///   - directory: Where the server keeps its data.
    ///   - environment: Tells where the program is looked for.
    ///   - startTimeout: How long to wait for a server to answer.
    ///   - onNotice: Told of what the user should know about the data, such as a torn end that was
    ///     cut off; it may come after the start, when the data are loaded.
    package init(
        directory: PrivateRedisDirectory, environment: [String: String],
        startTimeout: Duration = .seconds(10),
        onNotice: @escaping @Sendable (PrivateRedisNotice) -> Void = { _ in }
    ) {
        self.directory = directory
        self.environment = environment
        self.startTimeout = startTimeout
        door = ServerDoor(address: RedisAddress(unixSocket: directory.socketPath))
        self.onNotice = onNotice
    }

    /// Joins the server, and starts it if there is none.
    ///
    /// It may be called again at any time, and starts the server anew if that has died. A server
    /// that is still loading its data counts as started.
    ///
    /// - Returns: Where the server listens.
    package func start() async throws -> RedisAddress {
        try directory.prepare()
        try await inOrder {
            let isNew = share == nil
            if isNew { share = try takeShare() }
            do {
                try await joinOrLaunch()
            } catch {
                if isNew { giveShareBack() }
                throw error
            }
        }
        return door.address
    }

    /// Gives up this program's share.
    ///
    /// The last program that leaves stops the server, and waits until it is gone.
    package func stop() async {
        // A program that leaves because its task was cancelled still has to stop the server.
        await Task { await leave() }.value
    }

    private func takeShare() throws -> FileLock {
        guard let lock = try FileLock.attempt(.shared, at: directory.usersLockPath) else {
            throw PrivateRedisError.busy(directory)
        }
        return lock
    }

    private func leave() async {
        guard share != nil else { return }
        await watch?.end()
        watch = nil
        do {
            try await inOrder {
                defer { giveShareBack() }
                if try share?.makeExclusive() == true { try await shutDown() }
            }
        } catch {
            // The server lives on, without a user; the next program that leaves will stop it.
            giveShareBack()
        }
    }

    private func giveShareBack() {
        share?.release()
        share = nil
    }

    /// Does something while no other program starts or stops the server.
    private func inOrder(_ body: () async throws -> Void) async throws {
        var backoff = Backoff(limit: startTimeout)
        repeat {
            if let lock = try FileLock.attempt(.exclusive, at: directory.startLockPath) {
                defer { lock.release() }
                return try await body()
            }
        } while try await backoff.wait()
        throw PrivateRedisError.busy(directory)
    }

    /// Returns when a server answers, and starts one as soon as it is certain that none lives.
    ///
    /// A server that lives and does not answer yet was started by a program that died, or is
    /// about to end.
    private func joinOrLaunch() async throws {
        var backoff = Backoff(limit: startTimeout)
        repeat {
            if await door.isAnswered() { return }
            if let lock = try FileLock.attempt(.exclusive, at: directory.serverLockPath) {
                try await tellEarlierFailure()
                return try await launch(holding: lock)
            }
        } while try await backoff.wait()
        throw PrivateRedisError.serverSilent(in: directory)
    }

    /// Throws, once, why a server that this program started gave up after it had answered: its
    /// data turned out to be damaged while they were loaded, or its disk is full.
    private func tellEarlierFailure() async throws {
        guard let process else { return }
        var backoff = Backoff(limit: .milliseconds(50))
        while !process.hasEnded(), try await backoff.wait() {}
        self.process = nil
        guard process.hasFailed() else { return }
        throw process.run.failure()
    }

    private func launch(holding lock: FileLock) async throws {
        let process = try ServerProcess(in: directory, environment: environment, holding: lock)
        self.process = process
        do {
            var backoff = Backoff(limit: startTimeout)
            repeat {
                if await door.isAnswered() {
                    watch = NoticeWatch(process.run, telling: onNotice)
                    return
                }
                if process.hasEnded() { throw process.run.failure() }
            } while try await backoff.wait()
            throw PrivateRedisError.serverSilent(in: directory)
        } catch {
            process.terminate()
            if process.hasEnded() { self.process = nil }
            throw error
        }
    }

    private func shutDown() async throws {
        guard try serverIsAlive() else { return }
        if await !door.shutDown() {
            guard let process else { return }
            process.terminate()
        }
        var backoff = Backoff(limit: Self.stopTimeout)
        while try serverIsAlive() || process?.hasEnded() == false, try await backoff.wait() {}
    }

    private func serverIsAlive() throws -> Bool {
        guard let lock = try FileLock.attempt(.exclusive, at: directory.serverLockPath) else {
            return true
        }
        lock.release()
        return false
    }
}
