public import Chat
import Redis

extension RedisSessionStore {
    /// Reads images that messages of a session refer to, by their digests.
    public func images(
        _ digests: Set<String>, of id: SessionID
    ) async throws -> [String: [UInt8]] {
        let wanted = Array(digests)
        guard !wanted.isEmpty else { return [:] }
        let reply = try await pool.execute(
            RedisCommand(
                "HMGET", [RedisArgument(keys.blobs(id))] + wanted.map { RedisArgument($0) }))
        var images: [String: [UInt8]] = [:]
        for (digest, bytes) in zip(wanted, try reply.array()) where bytes != .null {
            images[digest] = try bytes.bytes()
        }
        return images
    }
}

extension [MessageImage] {
    /// Digests and bytes as scripts take them, with their number in front.
    var counted: [RedisArgument] {
        [RedisArgument(count * 2)]
            + flatMap { [RedisArgument($0.digest), RedisArgument($0.bytes)] }
    }
}
