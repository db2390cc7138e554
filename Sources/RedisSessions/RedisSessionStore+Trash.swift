public import Chat
import Redis

extension RedisSessionStore {
    /// How many seconds a deleted session stays in the trash.
    private static let trashSeconds = 7 * 24 * 3600

    /// Moves a session into the trash, from which it vanishes after seven days.
    public func delete(_ id: SessionID) async throws {
        let operation = RedisArgument(TurnID.random().text)
        var ousted = ""
        for _ in 0..<Self.attempts {
            let turns = try await turns(in: keys.drafts(id))
            let drafts = turns.map { keys.draft(id, $0) }
            let trash = (keys.all(id).dropFirst() + drafts).map(keys.trash)
            let answer = try await run(
                SessionScripts.trash, on: id, drafts + trash,
                [
                    operation, RedisArgument(Self.trashSeconds), RedisArgument(ousted),
                    RedisArgument(turns.count),
                ] + turns.map { RedisArgument($0.text) })
            switch answer.status {
            case "trashed":
                _ = try? await pool.pipeline(lists.forget(id) + [lists.trash(id, at: clock.now())])
                return
            case "busy":
                ousted = try answer[0].text()
                let holder = TurnOwner(leaseText: ousted)
                guard isDead(holder) else { throw ChatError.inTurn(holder) }
            default: break
            }
        }
        throw RedisSessionsError.contended(id)
    }

    /// The sessions in the trash, the last deleted first.
    ///
    /// Those that have vanished meanwhile are taken off the list.
    public func trash(limit: Int) async throws -> [TrashedSession] {
        guard limit > 0 else { return [] }
        let fields = try await pool.execute(
            RedisCommand(
                "ZRANGE",
                [
                    RedisArgument(keys.trashed), "0", RedisArgument(limit - 1), "REV", "WITHSCORES",
                ])
        ).array()
        var entries: [(id: SessionID, deletedAt: Timestamp)] = []
        for index in stride(from: 0, to: fields.count - 1, by: 2) {
            guard let id = SessionID(try fields[index].text()) else { continue }
            entries.append((id, Timestamp(score: Double(try fields[index + 1].text()) ?? 0)))
        }
        let replies = try await pool.pipeline(entries.flatMap { trashHeader(of: $0.id) })
        let found = try entries.enumerated().compactMap { index, entry -> TrashedSession? in
            let start = index * SessionHeader.size
            let header = try SessionHeader(replies[start..<start + SessionHeader.size])
            guard header.exists else { return nil }
            let session = header.session(entry.id, last: entry.deletedAt)
            return TrashedSession(
                session: session, deletedAt: entry.deletedAt, vanishesIn: session.expiresIn ?? 0)
        }
        let vanished = Set(entries.map(\.id)).subtracting(found.map(\.session.id))
        if !vanished.isEmpty { _ = try? await pool.execute(lists.untrash(Array(vanished))) }
        return found
    }

    /// Brings a session back from the trash, with all that belongs to it.
    public func undelete(_ id: SessionID) async throws -> Session {
        for _ in 0..<Self.attempts {
            let drafts = try await turns(in: keys.trash(keys.drafts(id))).map { keys.draft(id, $0) }
            let trash = (keys.all(id).dropFirst() + drafts).map(keys.trash)
            let answer: ScriptAnswer
            do {
                answer = try await run(
                    SessionScripts.undelete, on: id, drafts + trash, [RedisArgument(drafts.count)])
            } catch let error as ChatError where error == .sessionNotFound(id) {
                throw ChatError.notInTrash(id)
            }
            guard answer.status == "undeleted" else { continue }
            let session = try SessionHeader(try answer[0].array()).session(id)
            _ = try? await pool.pipeline(
                lists.use(id, name: session.name, at: session.lastActivity)
                    + [lists.untrash([id])])
            return session
        }
        throw RedisSessionsError.contended(id)
    }

    private func trashHeader(of id: SessionID) -> [RedisCommand] {
        SessionHeader.commands(
            meta: keys.trash(keys.meta(id)), messages: keys.trash(keys.messages(id)))
    }
}
