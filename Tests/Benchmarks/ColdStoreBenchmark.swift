import PrivateRedis
import Redis
import TestSupport

/// From nothing to the first answer of a private store without data, against a `redis-server` that
/// is started without any of what makes it private.
struct ColdStoreBenchmark: Benchmark {
    let name = "cold private store / redis-server"

    func run(_ sizes: Sizes) async throws -> Comparison {
        try await .measuring(
            sizes.samples,
            subject: {
                let folder = try TemporaryFolder()
                let server = PrivateRedisServer(
                    directory: PrivateRedisDirectory(path: folder.file("redis")),
                    environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
                let pool = RedisPool { try await server.start() }
                let duration = try await time { _ = try await pool.execute(RedisCommand("PING")) }
                await pool.close()
                await server.stop()
                return duration
            },
            baseline: { try await time { _ = try await RedisServer() } })
    }
}
