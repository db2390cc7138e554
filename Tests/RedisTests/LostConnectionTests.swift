import Platform
import Redis
import Synchronization
import TestSupport
import Testing

struct LostConnectionTests {
    private static let script = RedisScript(name: "one", source: Array("return 1".utf8))

    @Test func `A restart between two calls is not noticed, even by a change`() async throws {
        let server = try await RedisServer(appendOnly: true)
        let traffic = TrafficRecorder()
        let pool = RedisPool(server.address, configuration: traffic.configuration())
        let increment = RedisCommand("INCR", ["n"])
        #expect(try await pool.execute(increment) == .integer(1))
        try await server.restart()
        #expect(try await pool.execute(increment) == .integer(2))
        server.kill()
        try await server.start()
        #expect(try await pool.execute(increment) == .integer(3))
        #expect(traffic.names == ["INCR", "INCR", "INCR"])
    }

    @Test func `A server that is away for a moment during a call is waited for`() async throws {
        let server = try await RedisServer()
        let pool = RedisPool(server.address)
        _ = try await pool.execute(RedisCommand("PING"))
        server.stop()
        let call = Task { try await pool.execute(RedisCommand("INCR", ["n"])) }
        try await Task.sleep(for: .milliseconds(100))
        try server.launch()
        #expect(try await call.value == .integer(1))
    }

    @Test func `Every idle connection of the pool survives a restart`() async throws {
        let server = try await RedisServer()
        let pool = RedisPool(server.address)
        for _ in 1...2 {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...12 {
                    group.addTask { _ = try await pool.execute(RedisCommand("INCR", ["n"])) }
                }
                try await group.waitForAll()
            }
            try await server.restart()
        }
    }

    @Test func `The address is asked for again after a loss`() async throws {
        let server = try await RedisServer()
        let asked = Mutex(0)
        let pool = RedisPool {
            let isFirst = asked.withLock { count in
                count += 1
                return count == 1
            }
            if !isFirst { try await server.start() }
            return server.address
        }
        _ = try await pool.execute(RedisCommand("SET", ["k", "v"]))
        server.kill()
        _ = try await pool.execute(RedisCommand("SET", ["k", "v"]))
        #expect(asked.withLock { $0 } == 2)
    }

    @Test func `A server killed during a change leaves its fate unknown`() async throws {
        let server = try await RedisServer()
        let pool = RedisPool(server.address)
        let call = Task { try await pool.execute(RedisCommand("BLPOP", ["queue", "0"])) }
        while try await !server.redis("INFO", "clients").text().contains("blocked_clients:1\r\n") {}
        server.kill()
        let error = await redisError { _ = try await call.value }
        #expect(error == .fateUnknown)
        #expect(error?.mayHaveRun == true)
        try await server.start()
        #expect(try await pool.execute(RedisCommand("PING")) == .status("PONG"))
    }

    @Test func `A script that must not run twice is sent once`() async throws {
        let server = try FakeServer([FakeServer.greeting, .hangUp])
        let pool = RedisPool(server.address)
        let error = await redisError {
            _ = try await pool.run(Self.script, keys: [], arguments: [])
        }
        #expect(error?.code == .fateUnknown)
        #expect(server.requests(with: "EVALSHA") == 1)
    }

    @Test func `A script that may run twice is sent again, with what follows it`() async throws {
        let server = try FakeServer([
            FakeServer.greeting, .hangUp, FakeServer.greeting, .send(":1\r\n:2\r\n"),
        ])
        let pool = RedisPool(server.address)
        let reply = try await pool.run(
            Self.script, keys: [], arguments: [], also: [RedisCommand("INCR", ["n"])],
            retrySafe: true)
        #expect(reply == .integer(1))
        #expect(server.requests(with: "EVALSHA") == 2)
        #expect(server.requests(with: "INCR") == 2)
    }

    @Test func `A server that hangs up in the middle of a long command ends no process`()
        async throws
    {
        let previous = signal(SIGPIPE, SIG_DFL)
        defer { signal(SIGPIPE, previous) }
        let server = try FakeServer([FakeServer.greeting, .hangUp])
        let pool = RedisPool(server.address)
        let long = RedisArgument([UInt8](repeating: 0x2A, count: 16 << 20))
        let error = await redisError {
            _ = try await pool.execute(RedisCommand("SET", ["k", long]))
        }
        #expect(error?.code == .fateUnknown)
    }

    @Test func `A call that reads is sent again, once`() async throws {
        let server = try FakeServer([
            FakeServer.greeting, .hangUp, FakeServer.greeting, .hangUp, FakeServer.greeting,
        ])
        let pool = RedisPool(server.address)
        let error = await redisError { _ = try await pool.execute(RedisCommand("GET", ["k"])) }
        #expect(error?.code == .connectionLost)
        #expect(server.requests(with: "GET") == 2)
    }

    @Test func `A server that hangs up on the greeting is asked again, once`() async throws {
        let server = try FakeServer([.hangUp, FakeServer.greeting, .send(":1\r\n")])
        let pool = RedisPool(server.address)
        #expect(try await pool.execute(RedisCommand("INCR", ["n"])) == .integer(1))
    }

    @Test func `A reply too many does not reach the next call`() async throws {
        let server = try FakeServer([
            FakeServer.greeting, .send(":1\r\n:666\r\n"), FakeServer.greeting, .send(":2\r\n"),
        ])
        let pool = RedisPool(server.address)
        #expect(try await pool.execute(RedisCommand("INCR", ["n"])) == .integer(1))
        #expect(try await pool.execute(RedisCommand("INCR", ["n"])) == .integer(2))
    }
}
