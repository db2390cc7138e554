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
    public func insert(
        _ copy: SessionCopy, followedBy more: @escaping SessionCopy.Supply
    ) async throws -> Bool {
        let id = copy.id
        let header = try SessionHeader(try await pool.pipeline(SessionHeader.commands(id, keys)))
        guard !header.exists else { return false }
        let key = keys.arrivals(id, as: .random())
        do {
            let (count, last) = try await bringIn(copy.messages, followedBy: more, as: key)
            let answer = try await run(
                SessionScripts.insert, on: id, [key],
                try arguments(of: copy, count, usedAt: last ?? copy.createdAt),
                also: lists.use(id, name: copy.name, at: last ?? copy.createdAt)
                    + (copy.parent.map { [lists.branch(id, of: $0)] } ?? []))
            return answer.status == "inserted"
        } catch {
            _ = try? await pool.execute(RedisCommand("DEL", [RedisArgument(key)]))
            throw error
        }
    }

    private func arguments(
        of copy: SessionCopy, _ count: Int, usedAt last: Timestamp
    ) throws -> [RedisArgument] {
        let fields = try MetaFields(copy, timeToLive: timeToLive)
        return [
            RedisArgument(Int(copy.createdAt.microseconds)),
            RedisArgument(Int(last.microseconds)),
            RedisArgument(count),
        ] + fields.counted + [RedisArgument(copy.shelf.count)]
            + (try copy.shelf.map { RedisArgument(try ArrivedShelf($0).json) })
            + copy.images.flatMap { [RedisArgument($0.key), RedisArgument($0.value)] }
    }

    /// Brings messages in, some of them while the next ones are made.
    ///
    /// - Returns: How many there were, and when the last was said.
    private func bringIn(
        _ first: [SessionCopy.Entry],
        followedBy more: @escaping SessionCopy.Supply,
        as key: RedisKey
    ) async throws -> (count: Int, last: Timestamp?) {
        var entries = first.isEmpty ? try await more(0) : first
        var position = 0
        var last: Timestamp?
        while !entries.isEmpty {
            position += entries.count
            last = entries.last?.timestamp
            let behind = position
            async let next = more(behind)
            try await add(entries, to: key)
            entries = try await next
        }
        return (position, last)
    }

    private func add(_ entries: [SessionCopy.Entry], to key: RedisKey) async throws {
        var rest = entries[...]
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
