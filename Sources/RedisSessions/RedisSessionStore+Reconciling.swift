import Chat
import Redis

extension RedisSessionStore {
    /// Brings the lists into line with the sessions that are there.
    ///
    /// Programs that do not know the lists create, use, rename and delete sessions too, and sessions
    /// expire.
    /// This reads the names of all keys, so it belongs into the background. Under a namespace the
    /// lists are the only record and nothing is scanned; there only what is gone is dropped.
    ///
    /// - Returns: How many sessions were added or dropped.
    public func reconcile() async throws -> Int {
        let added = keys.isNamespaced ? 0 : try await addUnlisted()
        let dropped = try await dropActivity()
        try await dropNames()
        return added + dropped
    }

    private func addUnlisted() async throws -> Int {
        var cursor: String? = "0"
        var added = 0
        while let place = cursor {
            let (names, next) = try await keyNames(matching: keys.everyMeta, from: place)
            added += try await list(names.compactMap { keys.session(ofMeta: try $0.text()) })
            cursor = next
        }
        return added
    }

    private func list(_ ids: [SessionID]) async throws -> Int {
        guard !ids.isEmpty else { return 0 }
        let scores = try await pool.execute(
            RedisCommand(
                "ZMSCORE", [RedisArgument(keys.activity)] + ids.map { RedisArgument($0.text) })
        ).array()
        let unlisted = Set(zip(ids, scores).filter(\.1.isNull).map(\.0))
        let sessions = try await sessions(Array(Set(ids)))
        // A use in the future would be the last one for ever; it counts as one of now, once.
        let now = clock.now()
        _ = try await pool.pipeline(
            sessions.flatMap { session in
                session.lastActivity <= now || unlisted.contains(session.id)
                    ? lists.use(
                        session.id, name: session.name, at: min(session.lastActivity, now))
                    : [lists.name(session.id, session.name)]
            })
        let branches = sessions.compactMap { session in
            session.parent.map { lists.branch(session.id, of: $0) }
        }
        if !branches.isEmpty { _ = try await pool.pipeline(branches) }
        return sessions.count { unlisted.contains($0.id) }
    }

    private func dropActivity() async throws -> Int {
        try await dropStale(from: keys.activity) { member in
            SessionID(String(decoding: member, as: UTF8.self)).map { ($0, nil) }
        }
    }

    private func dropNames() async throws {
        _ = try await dropStale(from: keys.names) { member in
            SessionLists.Entry(member).map { ($0.id, $0.name) }
        }
    }

    /// Goes through a list page by page and removes members whose session is gone or has another
    /// name.
    private func dropStale(
        from list: RedisKey, _ parse: ([UInt8]) -> (id: SessionID, name: String?)?
    ) async throws -> Int {
        let page = 500
        var rank = 0
        var dropped = 0
        while true {
            let members = try await pool.execute(
                RedisCommand(
                    "ZRANGE",
                    [RedisArgument(list), RedisArgument(rank), RedisArgument(rank + page - 1)])
            ).array().map { try $0.bytes() }
            guard !members.isEmpty else { return dropped }
            let ids = Set(members.compactMap { parse($0)?.id })
            let found = Dictionary(
                uniqueKeysWithValues: try await sessions(Array(ids)).map { ($0.id, $0) })
            let stale = members.filter { member in
                guard let (id, name) = parse(member), let session = found[id] else { return true }
                return name != nil && name != session.name.map(SessionLists.folded)
            }
            if !stale.isEmpty {
                _ = try await pool.execute(
                    RedisCommand("ZREM", [RedisArgument(list)] + stale.map { RedisArgument($0) }))
            }
            dropped += stale.count
            rank += members.count - stale.count
        }
    }
}
