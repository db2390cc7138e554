import Redis
import TestSupport
import Testing

struct RedisLoginTests {
    private static let password = "s3cret/@:"

    private static func server() async throws -> RedisServer {
        try await RedisServer(parameters: ["--requirepass", password])
    }

    private static func ping(_ address: RedisAddress) async throws {
        _ = try await RedisPool(address).execute(RedisCommand("PING"))
    }

    @Test func `The right password lets in`() async throws {
        let server = try await Self.server()
        try await Self.ping(server.address)
    }

    @Test func `No password where one is wanted is an error of its own`() async throws {
        let server = try await Self.server()
        var address = server.address
        address.password = nil
        let error = await redisError { [address] in try await Self.ping(address) }
        #expect(error?.code == .passwordRequired)
    }

    @Test func `A wrong password is not accepted and not shown`() async throws {
        let server = try await Self.server()
        var address = server.address
        address.password = "hunter2"
        let error = await redisError { [address] in try await Self.ping(address) }
        #expect(error?.code == .wrongPassword)
        #expect(!String(reflecting: error).contains("hunter2"))
    }

    @Test func `A user with few rights can work within them`() async throws {
        let server = try await Self.server()
        try await server.redis(
            "ACL", "SETUSER", "alice", "on", ">pw", "~alice:*", "+get", "+set", "+select")
        var address = server.address
        (address.user, address.password, address.database) = ("alice", "pw", 1)
        let pool = RedisPool(address)
        _ = try await pool.execute(RedisCommand("SET", ["alice:k", "v"]))
        for command in [RedisCommand("GET", ["bob:k"]), RedisCommand("DEL", ["alice:k"])] {
            let error = await redisError { _ = try await pool.execute(command) }
            #expect(error?.code == .noPermission)
        }
    }

    @Test func `A cluster is refused with a sentence`() async throws {
        let server = try FakeServer([
            .send("$20\r\nredis_mode:cluster\r\n\r\n+PONG\r\n")
        ])
        let error = await redisError { try await Self.ping(server.address) }
        #expect(error?.code == .cluster)
        #expect(server.requests(with: "PING") == 1)
    }

    @Test(arguments: [
        ("redis_version:6.2.14", RedisError.Code.tooOld), ("redis_mode:sentinel", .sentinel),
    ]) func `Other servers that cannot be used are refused`(
        _ line: String, _ code: RedisError.Code
    ) async throws {
        let server = try FakeServer([.send("$\(line.utf8.count)\r\n\(line)\r\n+PONG\r\n")])
        let error = await redisError { try await Self.ping(server.address) }
        #expect(error?.code == code)
    }

    @Test(arguments: [
        "redis_version:7.0.15", "redis_version:10.1", "server_name:valkey\r\nredis_version:6.9",
        "dragonfly:1",
    ]) func `Servers that can be used are taken`(_ text: String) async throws {
        let server = try FakeServer([
            .send("$\(text.utf8.count)\r\n\(text)\r\n+PONG\r\n"), .send("+PONG\r\n"),
        ])
        try await Self.ping(server.address)
    }

    @Test func `A server with too many clients says so although it hangs up`() async throws {
        let server = try FakeServer([.send("-ERR max number of clients reached\r\n")])
        let error = await redisError { try await Self.ping(server.address) }
        #expect(error?.description == "The Redis server has too many clients.")
    }
}
