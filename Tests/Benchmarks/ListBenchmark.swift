import Chat
import Redis
import RedisSessions
import TestSupport

/// The first page of the list of very many sessions, against that of twenty.
struct ListBenchmark: Benchmark {
    let name = "first page of the list / 20 sessions"

    func run(_ sizes: Sizes) async throws -> Comparison {
        let many = try await Self.store(of: sizes.messages)
        let few = try await Self.store(of: 20)
        return try await .measuring(
            sizes.samples * 4,
            subject: { try await time { _ = try await many.store.list(offset: 0, limit: 20) } },
            baseline: { try await time { _ = try await few.store.list(offset: 0, limit: 20) } })
    }

    private static func store(
        of count: Int
    ) async throws -> (server: RedisServer, store: RedisSessionStore) {
        let server = try await RedisServer()
        let store = try RedisSessionStore(pool: RedisPool(server.address))
        for start in stride(from: 0, to: count, by: 100) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in start..<min(start + 100, count) {
                    group.addTask {
                        _ = try await store.create(
                            NewSession(name: "session \(number)", messages: [.user("Q")]))
                    }
                }
                try await group.waitForAll()
            }
        }
        return (server, store)
    }
}
