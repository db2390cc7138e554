import Redis
import TestSupport
import Testing

struct RedisPoolTests {
    @Test func `Arguments may hold any bytes`() async throws {
        let server = try await RedisServer()
        let pool = RedisPool(server.address)
        let all = Array(UInt8.min...UInt8.max)
        for bytes in [[], [0], all, [0xFF, 0xC0, 0, 0x80], all + all] {
            let set = RedisCommand("SET", [RedisArgument([0, 1]), RedisArgument(bytes)])
            #expect(try await pool.execute(set) == .status("OK"))
            let get = RedisCommand("GET", [RedisArgument([0, 1])])
            #expect(try await pool.execute(get) == .bytes(bytes))
        }
    }

    @Test func `A megabyte goes there and back`() async throws {
        let server = try await RedisServer()
        let pool = RedisPool(server.address)
        let bytes = [UInt8](repeating: 0x2A, count: 1 << 20)
        #expect(
            try await pool.execute(RedisCommand("ECHO", [RedisArgument(bytes)])) == .bytes(bytes))
    }

    @Test func `Every kind of reply becomes a value`() async throws {
        let server = try await RedisServer()
        let pool = RedisPool(server.address)
        let source = "return {1, 'two', {'three', false}, redis.status_reply('FOUR'), {err='FIVE'}}"
        let reply = try await pool.execute(RedisCommand("EVAL", [RedisArgument(source), "0"]))
        #expect(
            reply
                == .array([
                    .integer(1), .bytes(Array("two".utf8)),
                    .array([.bytes(Array("three".utf8)), .null]), .status("FOUR"), .error("FIVE"),
                ]))
    }

    @Test func `A pipeline keeps its order around an error`() async throws {
        let server = try await RedisServer()
        let pool = RedisPool(server.address)
        let replies = try await pool.pipeline([
            RedisCommand("SET", ["k", "1"]), RedisCommand("LPUSH", ["k", "x"]),
            RedisCommand("INCR", ["k"]),
        ])
        #expect(replies.count == 3)
        #expect(replies[0] == .status("OK"))
        #expect(throws: RedisError.self) { try replies[1].orThrow() }
        #expect(replies[2] == .integer(2))
        #expect(try await pool.pipeline([]).isEmpty)
    }

    @Test func `A transaction is one round trip and gives its own replies`() async throws {
        let server = try await RedisServer()
        let traffic = TrafficRecorder()
        let pool = RedisPool(server.address, configuration: traffic.configuration())
        let replies = try await pool.pipeline(
            [RedisCommand("INCR", ["n"]), RedisCommand("INCR", ["n"])], atomically: true)
        #expect(replies == [.integer(1), .integer(2)])
        #expect(traffic.names == ["MULTI", "INCR", "INCR", "EXEC"])
    }

    @Test func `A transaction that is not executed tells why`() async throws {
        let server = try await RedisServer()
        let pool = RedisPool(server.address)
        let error = await redisError {
            _ = try await pool.pipeline(
                [RedisCommand("INCR", ["n"]), RedisCommand("NOSUCH", ["hunter2"])],
                atomically: true)
        }
        #expect(error?.serverText == "ERR unknown command 'NOSUCH'")
        #expect(try await server.redis("EXISTS", "n") == .integer(0))
        #expect(try await pool.execute(RedisCommand("PING")) == .status("PONG"))
    }

    @Test func `The database of the address is selected on every connection`() async throws {
        let server = try await RedisServer()
        var address = server.address
        address.database = 3
        let pool = RedisPool(address)
        _ = try await pool.execute(RedisCommand("SET", ["k", "v"]))
        #expect(try await server.redis("EXISTS", "k") == .integer(0))
        #expect(try await server.redis("INFO", "keyspace").text().contains("db3:keys=1"))
    }

    @Test func `Eight slow calls do not delay a quick one`() async throws {
        let server = try await RedisServer()
        var configuration = RedisConfiguration.poolSize(9)
        configuration.replyTimeout = .seconds(120)
        let pool = RedisPool(server.address, configuration: configuration)
        try await withThrowingTaskGroup(of: RedisReply.self) { group in
            for _ in 1...8 {
                group.addTask { try await pool.execute(RedisCommand("BLPOP", ["queue", "0"])) }
            }
            var info = ""
            while !info.contains("blocked_clients:8\r\n") {
                info = try await pool.execute(RedisCommand("INFO", ["clients"])).text()
                try await Task.sleep(for: .milliseconds(5))
            }
            for _ in 1...8 { try await server.redis("RPUSH", "queue", "go") }
            for try await reply in group { #expect(try reply.array().count == 2) }
        }
    }

    @Test func `A failed call gives its connection back`() async throws {
        let server = try await RedisServer()
        let pool = RedisPool(server.address, configuration: .poolSize(1))
        for _ in 1...50 {
            _ = await redisError { _ = try await pool.execute(RedisCommand("NOSUCH")) }
        }
        #expect(try await pool.execute(RedisCommand("PING")) == .status("PONG"))
        let received = try await server.redis("INFO", "stats").text()
        // One of the pool, one of the test itself.
        #expect(received.contains("total_connections_received:2\r\n"))
    }

    @Test func `Calls that cannot connect do not use up the pool`() async throws {
        let folder = try TemporaryFolder()
        let pool = RedisPool(
            RedisAddress(unixSocket: folder.file("none")), configuration: .poolSize(1))
        for _ in 1...3 {
            let error = await redisError { _ = try await pool.execute(RedisCommand("PING")) }
            #expect(error?.code == .noSuchSocket)
        }
    }

    @Test func `A closed pool says so`() async throws {
        let server = try await RedisServer()
        let pool = RedisPool(server.address)
        _ = try await pool.execute(RedisCommand("PING"))
        await pool.close()
        let error = await redisError { _ = try await pool.execute(RedisCommand("PING")) }
        #expect(error == .closed)
    }

    @Test func `An address that cannot be given is the caller's own error`() async throws {
        struct NoServer: Error {}
        let pool = RedisPool { throw NoServer() }
        await #expect(throws: NoServer.self) { try await pool.execute(RedisCommand("PING")) }
    }
}
