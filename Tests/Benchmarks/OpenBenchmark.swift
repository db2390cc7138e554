import Chat
import Redis
import RedisSessions
import TestSupport

/// Opening a long session and reading its last messages, against one of a hundred messages.
struct OpenBenchmark: Benchmark {
    let name = "open long session / 100 messages"

    func run(_ sizes: Sizes) async throws -> Comparison {
        let server = try await RedisServer()
        let store = try RedisSessionStore(pool: RedisPool(server.address))
        let long = try await Self.session(of: sizes.messages, in: store)
        let short = try await Self.session(of: 100, in: store)
        return try await .measuring(
            sizes.samples * 10,
            subject: { try await time { _ = try await store.open(long, .last(20)) } },
            baseline: { try await time { _ = try await store.open(short, .last(20)) } })
    }

    private static func session(
        of count: Int, in store: RedisSessionStore
    ) async throws -> SessionID {
        let session = try await store.create(name: "\(count)")
        let text = String(repeating: "word ", count: 20)
        var missing = count
        while missing > 0 {
            let batch = Array(repeating: Message.user(text), count: min(500, missing))
            try await store.append(batch, to: session.id, operation: .random())
            missing -= batch.count
        }
        return session.id
    }
}
