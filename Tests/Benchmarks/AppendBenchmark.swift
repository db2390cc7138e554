import Chat
import Redis
import RedisSessions
import TestSupport

/// One append, against a bare script that makes the same writes.
struct AppendBenchmark: Benchmark {
    let name = "append / bare EVALSHA"

    private static let script = RedisScript(
        name: "bare",
        source: Array(
            """
            local t = redis.call('TIME')
            local stamp = string.format('%d.%06d', t[1], t[2])
            redis.call('ZADD', KEYS[1], stamp, ARGV[1] .. stamp .. ARGV[2])
            redis.call('HSET', KEYS[2], 'last_activity', stamp,
                'message_count', redis.call('ZCARD', KEYS[1]))
            redis.call('HSET', KEYS[3], ARGV[3], stamp)
            redis.call('ZADD', KEYS[4], stamp, 'bare')
            redis.call('ZADD', KEYS[5], 0, 'i:bare')
            return stamp
            """.utf8))

    func run(_ sizes: Sizes) async throws -> Comparison {
        let server = try await RedisServer()
        let store = try RedisSessionStore(pool: RedisPool(server.address))
        let session = try await store.create(name: "benchmark")
        let pool = RedisPool(server.address)
        let keys = ["messages", "meta", "ops", "activity", "names"].map { RedisKey("bare:\($0)") }
        let text = String(repeating: "word ", count: 60)
        return try await .measuring(
            sizes.samples * 40,
            subject: {
                try await time {
                    try await store.append([.user(text)], to: session.id, operation: .random())
                }
            },
            baseline: {
                try await time {
                    _ = try await pool.run(
                        Self.script, keys: keys,
                        arguments: [
                            RedisArgument(#"{"content":"\#(text)","role":"user","timestamp":"#),
                            "}", RedisArgument(TurnID.random().text),
                        ])
                }
            })
    }
}
