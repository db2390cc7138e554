import Chat
import Redis

/// What is read of a session besides its messages; the shape of `header()` in `common.lua`.
struct SessionHeader {
    private let meta: [String: RedisReply]
    private let timesToLive: [Int]

    /// How many messages the session holds.
    let count: Int

    /// The commands whose replies make a header.
    static func commands(_ id: SessionID, _ keys: SessionKeys) -> [RedisCommand] {
        commands(meta: keys.meta(id), messages: keys.messages(id))
    }

    /// The commands for a session that has its keys under other names.
    static func commands(meta: RedisKey, messages: RedisKey) -> [RedisCommand] {
        let meta = RedisArgument(meta)
        let messages = RedisArgument(messages)
        return [
            RedisCommand("HGETALL", [meta]), RedisCommand("PTTL", [meta]),
            RedisCommand("PTTL", [messages]), RedisCommand("ZCARD", [messages]),
        ]
    }

    /// How many replies belong to one header.
    static let size = 4

    init(_ replies: some RandomAccessCollection<RedisReply>) throws {
        let replies = Array(replies)
        guard replies.count == Self.size else { throw RedisSessionsError.unexpectedReply("header") }
        meta = try replies[0].dictionary()
        timesToLive = [try replies[1].integer(), try replies[2].integer()]
        count = try replies[3].integer()
    }

    /// Whether there is such a session: metadata, messages or both.
    var exists: Bool { !meta.isEmpty || count > 0 }

    /// How many messages were pruned.
    var pruned: Int { number("pruned") }

    /// The session.
    ///
    /// Every field may be missing, because other programs write sessions too and because a server
    /// that is short of memory may have evicted the metadata.
    ///
    /// - Parameters:
    ///   - id: Its identity.
    ///   - first: When it was created, where the metadata does not say.
    ///   - last: When it was last used, where the metadata does not say.
    /// - Returns: The session as it was when the header was read.
    func session(_ id: SessionID, first: Timestamp? = nil, last: Timestamp? = nil) -> Session {
        let createdAt = timestamp("created_at") ?? first ?? last ?? Timestamp(microseconds: 0)
        return Session(
            id: id, name: text("name"), model: text("model"), options: options,
            createdAt: createdAt, lastActivity: timestamp("last_activity") ?? last ?? createdAt,
            messageCount: count, lostCount: count == 0 ? number("message_count") : 0,
            prunedCount: pruned, revision: number("rev"),
            expiresIn: timesToLive.filter { $0 >= 0 }.min().map { ($0 + 999) / 1000 },
            timeToLive: timeToLive, isPinned: text("pinned") == "1",
            summary: summary, choices: choices,
            parent: text("parent").flatMap { SessionID($0) },
            branchPoint: text("branch_at").flatMap { Int($0) })
    }

    private var summary: SessionSummary? {
        guard let json = try? meta["summary"]?.bytes() else { return nil }
        return JSONText.decode(SummaryRecord.self, from: json)?.summary
    }

    private var choices: ContextChoices {
        guard let json = try? meta["choices"]?.bytes() else { return ContextChoices() }
        return JSONText.decode(ChoicesRecord.self, from: json)?.choices ?? ContextChoices()
    }

    private var timeToLive: TimeToLive? {
        text("ttl").flatMap { Int($0) }.map { $0 > 0 ? .seconds($0) : .forever }
    }

    private var options: ModelOptions {
        guard let json = try? meta["options"]?.bytes(),
            let record = JSONText.decode([String: OptionRecord].self, from: json)
        else { return ModelOptions() }
        return ModelOptions(record)
    }

    private func text(_ field: String) -> String? {
        guard let text = try? meta[field]?.text(), !text.isEmpty else { return nil }
        return text
    }

    private func number(_ field: String) -> Int { text(field).flatMap { Int($0) } ?? 0 }

    private func timestamp(_ field: String) -> Timestamp? {
        text(field).flatMap { Double($0) }.flatMap { Timestamp(seconds: $0) }
    }
}
