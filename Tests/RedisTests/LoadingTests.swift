import Redis
import Synchronization
import TestSupport
import Testing

struct LoadingTests {
    private static let busy = "-LOADING Redis is loading the dataset in memory\r\n"
    private static let greeting = FakeServer.Answer.send("$0\r\n\r\n" + busy)
    private static let ping = RedisCommand("PING")

    private static func progress(_ text: String) -> FakeServer.Answer {
        .send("$\(text.utf8.count)\r\n\(text)\r\n" + busy)
    }

    @Test func `A loading server is waited for, and how far it comes is told`() async throws {
        let listener = WaitListener()
        let server = try FakeServer([
            Self.greeting,
            Self.progress("loading:1\r\nloading_loaded_perc:12.50\r\nloading_eta_seconds:7"),
            Self.progress("loading:1\r\nloading_loaded_perc:nan\r\nloading_eta_seconds:-1"),
            .send("-NOPERM no\r\n" + Self.busy), FakeServer.greeting, .send("+PONG\r\n"),
        ])
        let pool = RedisPool(server.address, configuration: listener.configuration())
        _ = try await pool.execute(Self.ping)
        #expect(
            listener.heard == [
                .loading(LoadingProgress(fraction: 0.125, remaining: .seconds(7))),
                .loading(LoadingProgress()), .loading(LoadingProgress()), .over,
            ])
        #expect(server.requests(with: "INFO") == 5)
    }

    @Test func `A server that comes no further is an error`() async throws {
        let stuck = Self.progress("loading_loaded_perc:5.00")
        let server = try FakeServer([Self.greeting] + Array(repeating: stuck, count: 20))
        let listener = WaitListener()
        var configuration = listener.configuration()
        configuration.loadingTimeout = .milliseconds(50)
        let pool = RedisPool(server.address, configuration: configuration)
        let error = await redisError { _ = try await pool.execute(Self.ping) }
        #expect(error?.code == .loading)
        #expect(listener.heard.last == .over)
    }

    @Test func `A server that comes further is waited for beyond the limit`() async throws {
        let steps = (1...4).map { Self.progress("loading_loaded_perc:\($0 * 20).00") }
        let server = try FakeServer(
            [Self.greeting] + steps + [FakeServer.greeting, .send("+PONG\r\n")])
        var configuration = RedisConfiguration()
        // Less than all pauses together, more than each of them.
        configuration.loadingTimeout = .milliseconds(250)
        let pool = RedisPool(server.address, configuration: configuration)
        _ = try await pool.execute(Self.ping)
        #expect(server.requests(with: "INFO") == 6)
    }

    @Test func `Who does not want to wait is told by the command itself`() async throws {
        let server = try FakeServer([Self.greeting, .send(Self.busy), .send("+OK\r\n")])
        let listener = WaitListener()
        var configuration = listener.configuration()
        configuration.loadingTimeout = .zero
        let pool = RedisPool(server.address, configuration: configuration)
        let error = await redisError { _ = try await pool.execute(Self.ping) }
        #expect(error?.code == .loading)
        #expect(error?.hint == "Try again in a moment.")
        // A loading server obeys this one.
        #expect(try await pool.execute(RedisCommand("SHUTDOWN")) == .status("OK"))
        #expect(listener.heard.isEmpty)
    }

    @Test func `A call that waits can be cancelled`() async throws {
        let stuck = Self.progress("loading_loaded_perc:5.00")
        let server = try FakeServer([Self.greeting] + Array(repeating: stuck, count: 1000))
        let listener = WaitListener()
        let pool = RedisPool(server.address, configuration: listener.configuration())
        let call = Task { try await pool.execute(Self.ping) }
        #expect(await eventually { !listener.heard.isEmpty })
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(listener.heard.last == .over)
    }

    @Test func `The waiting of several connections is told as one`() async throws {
        let server = try await RedisServer(
            appendOnly: true,
            parameters: ["--aof-use-rdb-preamble", "no", "--key-load-delay", "400"])
        try await server.redis(
            "EVAL", "for i = 1, 20000 do redis.call('SET', 'key' .. i, i) end", "0")
        server.stop()
        try server.launch()
        #expect(await eventually { await ServerIsThere.at(server.address) })
        let listener = WaitListener()
        let pool = RedisPool(server.address, configuration: listener.configuration())
        try await withThrowingTaskGroup { group in
            for _ in 1...4 { group.addTask { try await pool.execute(RedisCommand("DBSIZE")) } }
            for try await size in group { #expect(size == .integer(20_000)) }
        }
        #expect(listener.heard.last == .over)
        let fractions = listener.heard.compactMap { wait in
            if case .loading(let progress) = wait { progress.fraction } else { nil }
        }
        #expect(fractions.contains { $0 < 1 })
    }
}

/// Keeps what a pool tells of its waiting.
private final class WaitListener: Sendable {
    private let waits = Mutex<[RedisWait]>([])

    /// What was told so far.
    var heard: [RedisWait] { waits.withLock { $0 } }

    /// A configuration with this listener.
    func configuration() -> RedisConfiguration {
        var configuration = RedisConfiguration()
        configuration.onWait = { wait in self.waits.withLock { $0.append(wait) } }
        return configuration
    }
}

/// Asks whether a server answers, be it that it is loading its data.
private enum ServerIsThere {
    static func at(_ address: RedisAddress) async -> Bool {
        var configuration = RedisConfiguration()
        configuration.loadingTimeout = .zero
        let pool = RedisPool(address, configuration: configuration)
        do {
            _ = try await pool.execute(RedisCommand("PING"))
            return true
        } catch {
            return (error as? RedisError)?.code == .loading
        }
    }
}
