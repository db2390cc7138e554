extension RedisPool {
    /// What the server is: `Redis 7.0.15`, `Valkey 8.0.1`, or `nil` where it does not say.
    package func serverName() async throws -> String? {
        let reply = try await execute(RedisCommand("INFO", ["server"]))
        return ServerInformation(try reply.text()).name
    }
}
