public import Chat
import Redis

extension RedisSessionStore {
    /// Reads a session and some of its messages in one round trip, oldest first.
    ///
    /// A session without messages, also one that lost them to eviction, has `messageCount` 0; one
    /// without metadata shows the times of its messages. Messages that cannot be read keep their
    /// place and their bytes.
    public func history(of id: SessionID, _ range: HistoryRange) async throws -> History {
        let replies = try await pool.pipeline(
            SessionHeader.commands(id, keys) + [
                RedisCommand(
                    "ZRANGE", [RedisArgument(keys.messages(id))] + range.bounds + ["WITHSCORES"]),
                RedisCommand("HGETALL", [RedisArgument(keys.drafts(id))]),
            ], atomically: true)
        guard replies.count == SessionHeader.size + 2 else {
            throw RedisSessionsError.unexpectedReply("history")
        }
        let header = try SessionHeader(replies.prefix(SessionHeader.size))
        guard header.exists else { throw ChatError.sessionNotFound(id) }
        let members = try replies[SessionHeader.size].array().count / 2
        let messages = try MessageReader.read(
            replies[SessionHeader.size],
            position: range.position(ofFirstAmong: members, count: header.count),
            pruned: header.pruned)
        return History(
            session: header.session(
                id, first: messages.first?.timestamp, last: messages.last?.timestamp),
            messages: messages, drafts: try drafts(replies[SessionHeader.size + 1]))
    }

    /// Lists sessions, the last used first.
    ///
    /// A session that expired, or that another program deleted, is left out of its page.
    public func list(offset: Int, limit: Int) async throws -> SessionPage {
        guard offset >= 0, limit > 0 else { return SessionPage(sessions: [], total: 0) }
        let activity = RedisArgument(keys.activity)
        let last = offset + min(limit, Int.max - offset) - 1
        let replies = try await pool.pipeline([
            RedisCommand("ZCARD", [activity]),
            RedisCommand(
                "ZRANGE",
                [
                    activity, RedisArgument(offset), RedisArgument(last), "REV", "WITHSCORES",
                ]),
        ])
        let fields = try replies[1].array()
        var times: [SessionID: Timestamp] = [:]
        var ids: [SessionID] = []
        for index in stride(from: 0, to: fields.count - 1, by: 2) {
            guard let id = SessionID(try fields[index].text()) else { continue }
            ids.append(id)
            times[id] = Timestamp(score: Double(try fields[index + 1].text()) ?? 0)
        }
        let sessions = try await sessions(ids) { times[$0] }
        let stale = fields.count / 2 - sessions.count
        return SessionPage(sessions: sessions, total: try replies[0].integer() - stale)
    }

    /// Reads several sessions without their messages, in one round trip.
    ///
    /// - Parameters:
    ///   - ids: The sessions; those that are not there are left out.
    ///   - lastUse: When a session was last used, for one whose metadata does not say.
    /// - Returns: The sessions in the order of their ids.
    /// - Throws: An error if the server cannot be reached.
    func sessions(
        _ ids: [SessionID], lastUse: (SessionID) -> Timestamp? = { _ in nil }
    ) async throws -> [Session] {
        let replies = try await pool.pipeline(ids.flatMap { SessionHeader.commands($0, keys) })
        return try ids.enumerated().compactMap { index, id in
            let start = index * SessionHeader.size
            do {
                let header = try SessionHeader(replies[start..<start + SessionHeader.size])
                return header.exists ? header.session(id, last: lastUse(id)) : nil
            } catch let error as RedisError where error.serverCode == "WRONGTYPE" {
                // A key of another kind under the name of a session hides that one only.
                return nil
            }
        }
    }

    private func drafts(_ reply: RedisReply) throws -> [TurnID: TurnOwner] {
        var drafts: [TurnID: TurnOwner] = [:]
        for (turn, owner) in try reply.dictionary() {
            guard let turn = TurnID(turn) else { continue }
            drafts[turn] = TurnOwner(text: try owner.text())
        }
        return drafts
    }
}

extension HistoryRange {
    /// First and last rank for `ZRANGE`; an empty range is one that ends before it begins.
    var bounds: [RedisArgument] {
        switch self {
        case .all: ["0", "-1"]
        case .last(let count) where count > 0: [RedisArgument(-count), "-1"]
        case .positions(let range) where range.upperBound > max(range.lowerBound, 0):
            [RedisArgument(max(range.lowerBound, 0)), RedisArgument(range.upperBound - 1)]
        default: ["1", "0"]
        }
    }

    /// How many messages come before the first one of a range that was read.
    func position(ofFirstAmong members: Int, count: Int) -> Int {
        switch self {
        case .all: 0
        case .last: count - members
        case .positions(let range): max(range.lowerBound, 0)
        }
    }
}
