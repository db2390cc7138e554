import Redis

extension RedisSessionStore {
    /// Some of the names of all keys, from a cursor on; `"0"` is the beginning.
    ///
    /// - Parameters:
    ///   - pattern: What the names look like.
    ///   - cursor: Where to go on.
    ///   - count: How many keys the server looks at for it.
    /// - Returns: The names, and where to go on, or `nil` where that was all.
    /// - Throws: An error if the server cannot be reached.
    func keyNames(
        matching pattern: String, from cursor: String, looking count: Int = 1000
    ) async throws -> (names: [RedisReply], next: String?) {
        let reply = try await pool.execute(
            RedisCommand(
                "SCAN",
                [
                    RedisArgument(cursor), "MATCH", RedisArgument(pattern), "COUNT",
                    RedisArgument(count),
                ])
        ).array()
        guard reply.count == 2 else { throw RedisSessionsError.unexpectedReply("scan") }
        let next = try reply[0].text()
        return (try reply[1].array(), next == "0" ? nil : next)
    }
}
