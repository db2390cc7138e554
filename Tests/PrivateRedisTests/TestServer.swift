import Files
import PlatformFoundation
import Redis
import TestSupport
import Testing

@testable import PrivateRedis

/// A folder for the data of a private server, and what tests do with the server in it.
final class TestServer: Sendable {
    let directory: PrivateRedisDirectory
    private let folder: TemporaryFolder

    /// The folder around it.
    var surroundings: String { folder.path }

    init(_ path: String = "redis") throws {
        folder = try TemporaryFolder()
        directory = PrivateRedisDirectory(path: folder.file(path))
    }

    deinit {
        if let processes = try? processes() {
            for process in processes { System.send(.kill, to: process) }
        }
    }

    /// A program that uses the server, as far as locks can tell.
    func program(
        path: String? = nil, startTimeout: Duration = Patience.limit,
        onNotice: @escaping @Sendable (PrivateRedisNotice) -> Void = { _ in }
    ) -> PrivateRedisServer {
        var environment = ProcessInfo.processInfo.environment
        if let path { environment["PATH"] = path }
        return PrivateRedisServer(
            directory: directory, environment: environment, startTimeout: startTimeout,
            onNotice: onNotice)
    }

    /// Sends one command over a connection of its own.
    @discardableResult
    func send(_ name: String, _ arguments: RedisArgument...) async throws -> RedisReply {
        let pool = RedisPool(RedisAddress(unixSocket: directory.socketPath))
        do {
            let reply = try await pool.execute(RedisCommand(name, arguments))
            await pool.close()
            return reply
        } catch {
            await pool.close()
            throw error
        }
    }

    /// Stores a number of keys.
    func fill(keys: Int) async throws {
        try await send(
            "EVAL", "for i = 1, ARGV[1] do redis.call('SET', 'key' .. i, i) end", "0",
            RedisArgument(keys))
    }

    /// The file to which the server appends.
    func appendedFile() throws -> String {
        let files = try directory.appendOnlyFiles.sizes().keys
        return "\(directory.appendOnlyFiles.folder)/"
            + (try #require(files.first { $0.contains(".incr") }))
    }

    /// What `CONFIG GET` says.
    func setting(_ name: String) async throws -> String {
        try await send("CONFIG", "GET", RedisArgument(name)).array().last?.text() ?? ""
    }

    /// A field of `INFO server`.
    func information(_ field: String) async throws -> String? {
        try await send("INFO", "server").text().split(whereSeparator: \.isNewline)
            .first { $0.hasPrefix("\(field):") }
            .map { String($0.dropFirst(field.count + 1)) }
    }

    /// The process id of the server that answers.
    func processID() async throws -> Int32? {
        try await information("process_id").flatMap(Int32.init)
    }

    /// The process ids of all servers that listen here or believe that they do.
    func processes() throws -> [Int32] {
        let isElsewhere = directory.socketFolder != nil
        return try System.servers(naming: isElsewhere ? directory.socketPath : folder.path)
    }

    /// Sends a signal to the server, and waits until it has ended.
    func end(with signal: Signal) async throws {
        System.send(signal, to: try #require(await processID()))
        var backoff = Backoff(limit: Patience.limit)
        while try !Self.isFree(directory.serverLockPath) { try #require(await backoff.wait()) }
    }

    /// Whether nobody holds a lock.
    static func isFree(_ path: String) throws -> Bool {
        guard let lock = try FileLock.attempt(.exclusive, at: path) else { return false }
        lock.release()
        return true
    }

    /// Who may do what with a file.
    static func permissions(of path: String) throws -> UInt32 {
        try FileSystem.status(of: path).permissions
    }
}
