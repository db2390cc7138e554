extension RedisConnection {
    private static let channel = "__redis__:invalidate"

    /// Asks to be told of every key that changes; from then on the connection does nothing else.
    ///
    /// A connection of RESP2 may redirect what it is told to itself, as long as it is subscribed.
    func watch(prefix: String) throws {
        let id = try exchange([RedisCommand("CLIENT", ["ID"])])[0].integer()
        let replies = try exchange([
            RedisCommand(
                "CLIENT",
                [
                    "TRACKING", "ON", "REDIRECT", RedisArgument(id), "BCAST", "PREFIX",
                    RedisArgument(prefix),
                ]),
            RedisCommand("SUBSCRIBE", [RedisArgument(Self.channel)]),
        ])
        for reply in replies { _ = try reply.orThrow() }
    }

    /// The next change, or `nil` where none comes within some time, during which the queue of the
    /// connection does nothing else.
    func nextChange(within time: Duration) throws -> KeyChange? {
        guard let reply = try readIfAny(within: time) else { return nil }
        let parts = try reply.array()
        guard parts.count == 3 else { throw RedisError.protocolViolation(address.endpoint) }
        if case .null = parts[2] { return .everything }
        return .keys(try parts[2].array().map { try $0.text() })
    }
}
