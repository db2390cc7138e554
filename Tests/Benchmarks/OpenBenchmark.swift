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
        let text = String(repeating: "word ", count: 20)
        let long = try await LongSession.make(of: sizes.messages, saying: text, in: store)
        let short = try await LongSession.make(of: 100, saying: text, in: store)
        return try await .measuring(
            sizes.samples * 10,
            subject: { try await time { _ = try await store.open(long, .last(20)) } },
            baseline: { try await time { _ = try await store.open(short, .last(20)) } })
    }
}
