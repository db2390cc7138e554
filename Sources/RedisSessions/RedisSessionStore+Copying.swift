public import Chat
import Redis

extension RedisSessionStore {
    /// As many messages as travel in one command.
    private static let batch = 500
    /// Seconds after which messages vanish that were brought in for a session that was not made.
    private static let patience = 3_600

    /// Stores a session that comes from elsewhere, with the times that it has there.
    ///
    /// The messages are brought in under a name of their own first, so that the session is there
    /// as a whole in one step.
    public func insert(_ copy: SessionCopy) async throws -> Bool {
        let id = copy.id
        let header = try SessionHeader(try await pool.pipeline(SessionHeader.commands(id, keys)))
        guard !header.exists else { return false }
        try await bringIn(copy.messages, as: keys.arrivals(id))
        let fields = try MetaFields(copy, timeToLive: timeToLive)
        let answer = try await run(
            SessionScripts.insert, on: id, [keys.arrivals(id)],
            [
                RedisArgument(Int(copy.createdAt.microseconds)),
                RedisArgument(Int(copy.lastActivity.microseconds)),
            ] + fields.counted + [RedisArgument(copy.shelf.count)]
                + (try copy.shelf.map { RedisArgument(try ArrivedShelf($0).json) })
                + copy.images.flatMap { [RedisArgument($0.key), RedisArgument($0.value)] },
            also: lists.use(id, name: copy.name, at: copy.lastActivity)
                + (copy.parent.map { [lists.branch(id, of: $0)] } ?? []))
        return answer.status == "inserted"
    }

    private func bringIn(_ entries: [SessionCopy.Entry], as key: RedisKey) async throws {
        var rest = entries[...]
        _ = try await pool.execute(RedisCommand("DEL", [RedisArgument(key)]))
        while !rest.isEmpty {
            var arguments = [RedisArgument(key)]
            for entry in rest.prefix(Self.batch) {
                arguments.append(RedisArgument(entry.timestamp.text))
                arguments.append(
                    RedisArgument(try MessageText(entry.message).member(at: entry.timestamp)))
            }
            _ = try await pool.pipeline([
                RedisCommand("ZADD", arguments),
                RedisCommand("EXPIRE", [RedisArgument(key), RedisArgument(Self.patience)]),
            ])
            rest = rest.dropFirst(Self.batch)
        }
    }
}

/// An entry of the shelf that comes from elsewhere, in the shape that the scripts write.
private struct ArrivedShelf: Encodable {
    private let at: Double
    private let head: Double?
    private let kind: String
    private let members: [String]
    private let op: String
    private let scores: [String]

    init(_ shelved: SessionCopy.Shelved) throws {
        at = shelved.at.seconds
        head = shelved.head?.seconds
        kind = shelved.kind.rawValue
        op = shelved.operation.text
        scores = shelved.messages.map(\.timestamp.text)
        members = try shelved.messages.map { entry in
            let member = try MessageText(entry.message).member(at: entry.timestamp)
            return String(decoding: member, as: UTF8.self)
        }
    }

    var json: [UInt8] {
        get throws { try JSONText.encode(self) }
    }
}
