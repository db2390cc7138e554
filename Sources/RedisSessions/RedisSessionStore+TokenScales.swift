import Redis

extension RedisSessionStore {
    /// Reads how many times the usual number of tokens models make of texts.
    ///
    /// What other programs left there that is no number says nothing.
    public func tokenScales() async throws -> [String: Double] {
        let fields = try await pool.execute(
            RedisCommand("HGETALL", [RedisArgument(keys.tokenScales)])
        ).dictionary()
        return fields.compactMapValues { (try? $0.text()).flatMap { Double($0) } }
            .filter { $0.value.isFinite && $0.value > 0 }
    }

    /// Keeps what was learned of some models.
    public func keep(tokenScales: [String: Double]) async throws {
        guard !tokenScales.isEmpty else { return }
        let fields = tokenScales.flatMap { [RedisArgument($0.key), RedisArgument("\($0.value)")] }
        _ = try await pool.execute(
            RedisCommand("HSET", [RedisArgument(keys.tokenScales)] + fields))
    }
}
