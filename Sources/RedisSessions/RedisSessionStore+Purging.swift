public import Chat
import Redis

extension RedisSessionStore {
    /// Removes a session and everything of it for good, wherever it is.
    ///
    /// Afterwards the names of all keys are searched for what may be left, but under a namespace,
    /// where a user may not look at others' keys.
    public func purge(_ id: SessionID) async throws {
        var ousted = ""
        for _ in 0..<Self.attempts {
            let answer = try await run(
                SessionScripts.purge, on: id, try await allOtherKeys(of: id),
                [RedisArgument(ousted)])
            if answer.status == "busy" {
                ousted = try answer[0].text()
                let holder = TurnOwner(leaseText: ousted)
                guard isDead(holder) else { throw ChatError.inTurn(holder) }
                continue
            }
            _ = try? await pool.pipeline(lists.forget(id) + [lists.untrash([id])])
            let left = try await removeLeftovers(of: id)
            try await IndexPurge(self).run(id)
            guard try answer.integer(0) + left > 0 else { throw ChatError.sessionNotFound(id) }
            return
        }
        throw RedisSessionsError.contended(id)
    }

    /// Sessions that were not used since a moment, the longest unused first.
    public func sessions(unusedSince moment: Timestamp, limit: Int) async throws -> [Session] {
        guard limit > 0 else { return [] }
        let ids = try await pool.execute(
            RedisCommand(
                "ZRANGE",
                [
                    RedisArgument(keys.activity), "-inf", RedisArgument("(\(moment.text)"),
                    "BYSCORE", "LIMIT", "0", RedisArgument(limit),
                ])
        ).array().compactMap { SessionID(try $0.text()) }
        return try await sessions(ids).filter { $0.lastActivity < moment }
    }

    /// The turns of which there are drafts.
    func turns(in drafts: RedisKey) async throws -> [TurnID] {
        try await pool.execute(RedisCommand("HKEYS", [RedisArgument(drafts)])).array()
            .compactMap { TurnID(try $0.text()) }
    }

    private func allOtherKeys(of id: SessionID) async throws -> [RedisKey] {
        let drafts = try await turns(in: keys.drafts(id)).map { keys.draft(id, $0) }
        let trashed = try await turns(in: keys.trash(keys.drafts(id))).map { keys.draft(id, $0) }
        return drafts + (keys.all(id).dropFirst() + drafts + trashed).map(keys.trash)
    }

    /// Removes what other programs may have put beside a session, and says how much that was.
    private func removeLeftovers(of id: SessionID) async throws -> Int {
        guard !keys.isNamespaced else { return 0 }
        var removed = 0
        for pattern in keys.everything(of: id) {
            var cursor: String? = "0"
            while let place = cursor {
                let (names, next) = try await keyNames(matching: pattern, from: place)
                if !names.isEmpty {
                    let found = try names.map { RedisArgument(try $0.bytes()) }
                    removed += try await pool.execute(RedisCommand("UNLINK", found)).integer()
                }
                cursor = next
            }
        }
        return removed
    }
}
