import PlatformFoundation
import Redis
import TestSupport
import Testing

/// The errors of real servers, as a script of ours meets them.
struct ServerErrorTests {
    private static let change = RedisScript(
        name: "change", source: Array("return redis.call('SET', KEYS[1], 'v')".utf8))

    private static func error(_ address: RedisAddress) async -> RedisError? {
        await redisError {
            _ = try await RedisPool(address).run(change, keys: [RedisKey("k")], arguments: [])
        }
    }

    @Test func `A key of another kind is told in plain words`() async throws {
        let server = try await RedisServer()
        try await server.redis("SET", "k", "v")
        let read = RedisScript(
            name: "read", source: Array("return redis.call('ZCARD', KEYS[1])".utf8))
        let pool = RedisPool(server.address)
        let calls: [() async throws -> RedisReply] = [
            { try await pool.execute(RedisCommand("ZCARD", ["k"])) },
            { try await pool.run(read, keys: [RedisKey("k")], arguments: []) },
            { try await pool.pipeline([RedisCommand("ZCARD", ["k"])])[0].orThrow() },
        ]
        for call in calls {
            let error = await redisError { _ = try await call() }
            #expect(error?.code == .wrongType)
            #expect(error?.serverCode == "WRONGTYPE")
            #expect(error?.description == "A key of a session holds another kind of data.")
            #expect(error?.hint?.contains("another database") == true)
        }
    }

    @Test func `A full server is an error of its own`() async throws {
        let server = try await RedisServer(parameters: ["--maxmemory", "1"])
        let error = await Self.error(server.address)
        #expect(error?.code == .outOfMemory)
        #expect(error?.hint?.contains("maxmemory") == true)
    }

    @Test func `A replica that takes no changes is an error of its own`() async throws {
        let server = try await RedisServer(parameters: ["--replicaof", "127.0.0.1 1"])
        let error = await Self.error(server.address)
        #expect(error?.code == .readOnlyServer)
    }

    @Test func `A script that the user may not run is an error of its own`() async throws {
        let server = try await RedisServer()
        try await server.redis("ACL", "SETUSER", "alice", "on", ">pw", "~k", "+evalsha", "+eval")
        try await server.redis(
            "ACL", "SETUSER", "bob", "on", ">pw", "~other", "+evalsha", "+eval", "+set")
        for user in ["alice", "bob"] {
            var address = server.address
            (address.user, address.password) = (user, "pw")
            let error = await Self.error(address)
            #expect(error?.code == .noPermission)
            #expect(error?.hint?.contains("Ask for access") == true)
        }
    }

    @Test func `A server that cannot save is an error of its own, and still read`() async throws {
        let server = try await RedisServer(parameters: ["--save", "3600 1"])
        guard case .unixSocket(let socket) = server.address.endpoint else { return }
        // A folder in the place of the file is what even root cannot write to.
        let file = URL(filePath: socket).deletingLastPathComponent().appending(path: "dump.rdb/in")
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        try await server.redis("BGSAVE")
        let failed = await eventually {
            let information = try? await server.redis("INFO", "persistence").text()
            return information?.contains("rdb_last_bgsave_status:err") == true
        }
        #expect(failed)
        let error = await Self.error(server.address)
        #expect(error?.code == .cannotSave)
        #expect(error?.hint?.contains("disk") == true)
        _ = try await RedisPool(server.address).execute(RedisCommand("GET", ["k"]))
    }

    @Test func `A password where none is wanted says so`() async throws {
        let server = try await RedisServer()
        var address = server.address
        address.password = "hunter2"
        let error = await Self.error(address)
        #expect(error?.code == .wrongPassword)
        #expect(error?.hint == "Take the password out of the URL.")
        #expect(!String(reflecting: error).contains("hunter2"))
    }

    @Test func `A database that the server does not have says so`() async throws {
        let server = try await RedisServer()
        var address = server.address
        address.database = 99
        let error = await Self.error(address)
        #expect(error?.description.contains("no database") == true)
    }

    @Test func `A server with too many clients says so before it hangs up`() async throws {
        let server = try await RedisServer(parameters: ["--maxclients", "1"])
        // The place is taken by the connection of the test itself.
        for _ in 1...20 {
            let error = await Self.error(server.address)
            #expect(error?.description == "The Redis server has too many clients.")
        }
    }

    @Test(arguments: ["MOVED 3999 127.0.0.1:6381", "ASK 3999 127.0.0.1:6381"])
    func `A server that points to another one of its cluster is refused`(
        reply: String
    ) async throws {
        let server = try FakeServer([FakeServer.greeting, .send("-\(reply)\r\n")])
        let error = await Self.error(server.address)
        #expect(error?.code == .cluster)
        #expect(error?.description.contains("not supported") == true)
    }
}
