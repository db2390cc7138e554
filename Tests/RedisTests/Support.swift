import Redis
import TestSupport
import Testing

/// The error that a piece of work ends with.
func redisError(
    _ location: SourceLocation = #_sourceLocation, _ work: () async throws -> Void
) async -> RedisError? {
    await #expect(throws: RedisError.self, sourceLocation: location) { try await work() }
}

extension RedisConfiguration {
    /// Timeouts that a test can wait for, and a number of connections.
    static func impatient(poolSize: Int = 4) -> RedisConfiguration {
        var configuration = RedisConfiguration()
        configuration.connectTimeout = .milliseconds(500)
        configuration.replyTimeout = .milliseconds(400)
        configuration.poolSize = poolSize
        return configuration
    }

    /// A number of connections.
    static func poolSize(_ size: Int) -> RedisConfiguration {
        var configuration = RedisConfiguration()
        configuration.poolSize = size
        return configuration
    }
}
