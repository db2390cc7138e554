import Chat
import Redis
import RedisSessions
import TestSupport
import Testing

/// What is told of the server's memory.
@Suite struct ServerUsageTests {
    @Test func `Limit and policy are the server's, and sizes are two round trips`() async throws {
        let world = try await RedisWorld()
        try await world.server.redis("CONFIG", "SET", "maxmemory", "100mb")
        try await world.server.redis("CONFIG", "SET", "maxmemory-policy", "allkeys-lru")
        let id = try await world.store.createConversation().session.id
        let usage = try await world.store.usage()
        #expect(usage.memoryLimit == 104_857_600)
        #expect(usage.policy == "allkeys-lru")
        _ = world.traffic.takeNames()
        _ = try await world.store.sizes(of: [id])
        #expect(
            world.traffic.takeNames() == ["HKEYS"] + Array(repeating: "MEMORY", count: 8))
    }

    @Test func `Who may not ask learns nothing, and that is no error`() async throws {
        let server = try await RedisServer()
        try await server.redis("ACL", "SETUSER", "default", "-info", "-memory")
        let store = try RedisSessionStore(pool: RedisPool(server.address))
        let id = try await store.createConversation().session.id
        #expect(try await store.usage() == StoreUsage())
        #expect(try await store.sizes(of: [id]).isEmpty)
    }

    @Test func `A key of another kind hides nothing else`() async throws {
        let world = try await RedisWorld()
        let first = try await world.store.createConversation().session.id
        let second = try await world.store.createConversation().session.id
        try await world.server.redis("SET", "session:\(first):drafts", "odd")
        #expect(try await Set(world.store.sizes(of: [first, second]).keys) == [first, second])
    }
}
