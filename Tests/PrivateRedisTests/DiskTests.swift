import PlatformFoundation
import PrivateRedis
import Redis
import Testing

@Suite(.enabled(if: System.canMount, "Only root can make a small disk to fill."))
struct DiskTests {
    private static let script = RedisScript(
        name: "set", source: Array("return redis.call('SET', KEYS[1], ARGV[1])".utf8))
    private static let block = RedisArgument([UInt8](repeating: 0x2A, count: 100_000))

    private static func write(_ key: String, _ pool: RedisPool) async throws {
        _ = try await pool.run(
            script, keys: [RedisKey(key)], arguments: [block], retrySafe: true)
    }

    @Test func `A disk that is full at the start is told, and no obstacle once there is room`()
        async throws
    {
        let server = try TestServer("disk/redis")
        let disk = try RamDisk(at: "\(server.surroundings)/disk", size: "1m")
        disk.fill()
        let program = server.program()
        let error = await #expect(throws: PrivateRedisError.self) { try await program.start() }
        #expect(error?.code == .diskFull)
        #expect(error?.description.contains(server.directory.path) == true)
        #expect(error?.hint?.contains("Free some space") == true)

        disk.clear()
        _ = try await program.start()
        try await server.send("SET", "key", "value")
        await program.stop()
    }

    @Test(arguments: [false, true])
    func `A disk that fills up is told, what was stored is read, and later one can go on`(
        isJoined: Bool
    ) async throws {
        let server = try TestServer("disk/redis")
        let disk = try RamDisk(at: "\(server.surroundings)/disk", size: "2m")
        let starter = server.program()
        _ = try await starter.start()
        let program = isJoined ? server.program() : starter
        let pool = RedisPool { try await program.start() }
        try await Self.write("first", pool)
        disk.fill()

        var stored = 1
        let error = await #expect(throws: PrivateRedisError.self) {
            while true {
                try await Self.write("key\(stored)", pool)
                stored += 1
            }
        }
        #expect(error?.code == .diskFull)

        // The next call starts the server anew, which needs no room to be read.
        #expect(try await pool.execute(RedisCommand("DBSIZE")) == .integer(Int64(stored)))
        #expect(try await pool.execute(RedisCommand("STRLEN", ["first"])) == .integer(100_000))
        disk.clear()
        try await Self.write("key\(stored)", pool)
        #expect(try await pool.execute(RedisCommand("DBSIZE")) == .integer(Int64(stored) + 1))
        await pool.close()
        await program.stop()
        await starter.stop()
        #expect(try server.processes() == [])
    }
}
