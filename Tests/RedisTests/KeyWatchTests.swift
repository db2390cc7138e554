import Redis
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3))) struct KeyWatchTests {
    @Test func `Keys that others write are told, those without the prefix are not`() async throws {
        let server = try await RedisServer()
        let watch = try await RedisPool(server.address).watch(prefix: "session:")
        try await server.redis("SET", "other", "1")
        try await server.redis("MSET", "session:a", "1", "session:b", "2")
        guard case .keys(let names) = try await watch.next() else {
            Issue.record("No keys were told.")
            return
        }
        #expect(Set(names) == ["session:a", "session:b"])
        try await server.redis("FLUSHALL")
        #expect(try await watch.next() == .everything)
    }

    @Test func `Keys that expire are told`() async throws {
        let server = try await RedisServer()
        let watch = try await RedisPool(server.address).watch(prefix: "session:")
        try await server.redis("SET", "session:a", "1", "PX", "40")
        // That it was written, and that it is gone.
        #expect(try await watch.next() == .keys(["session:a"]))
        #expect(try await watch.next() == .keys(["session:a"]))
        #expect(try await server.redis("EXISTS", "session:a") == .integer(0))
    }

    @Test func `A server that goes away ends the watch`() async throws {
        let server = try await RedisServer()
        let watch = try await RedisPool(server.address).watch(prefix: "session:")
        server.kill()
        await #expect(throws: RedisError.self) { _ = try await watch.next() }
    }

    @Test func `A cancelled task watches no longer`() async throws {
        let server = try await RedisServer()
        let watch = try await RedisPool(server.address).watch(prefix: "session:")
        let task = Task { try await watch.next() }
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
    }

    @Test func `Who may not watch is told so`() async throws {
        let server = try await RedisServer()
        try await server.redis(
            "ACL", "SETUSER", "guest", "on", ">word", "~*", "&*", "+@all", "-client|tracking")
        var address = server.address
        (address.user, address.password) = ("guest", "word")
        let pool = RedisPool(address)
        await #expect(throws: RedisError.self) { _ = try await pool.watch(prefix: "session:") }
    }
}
