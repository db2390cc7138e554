import Chat
import Redis
import RedisSessions
import TestSupport

/// A branch of a session of ten thousand messages and 7 MB, against the bare copy of it.
struct BranchBenchmark: Benchmark {
    let name = "branch of 10,000 messages / COPY"

    func run(_ sizes: Sizes) async throws -> Comparison {
        let server = try await RedisServer()
        let store = try RedisSessionStore(pool: RedisPool(server.address))
        let pool = RedisPool(server.address)
        let text = String(repeating: "word ", count: 130)
        let id = try await LongSession.make(of: 10_000, saying: text, in: store)
        let messages = RedisArgument(Array("session:\(id):messages".utf8))
        return try await .measuring(
            sizes.samples,
            subject: {
                var branch: SessionID?
                let duration = try await time {
                    branch = try await store.branch(NewBranch(of: id)).session.id
                }
                if let branch { try await store.purge(branch) }
                return duration
            },
            baseline: {
                let duration = try await time {
                    _ = try await pool.execute(RedisCommand("COPY", [messages, "copy"]))
                }
                _ = try await pool.execute(RedisCommand("UNLINK", ["copy"]))
                return duration
            })
    }
}

/// A session of many equal messages.
enum LongSession {
    /// Makes one.
    static func make(
        of count: Int, saying text: String, in store: RedisSessionStore
    ) async throws -> SessionID {
        let session = try await store.create(name: "\(count)")
        var missing = count
        while missing > 0 {
            let batch = Array(repeating: Message.user(text), count: min(500, missing))
            try await store.append(batch, to: session.id, operation: .random())
            missing -= batch.count
        }
        return session.id
    }
}
