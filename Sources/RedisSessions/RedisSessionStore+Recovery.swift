public import Chat
import Redis

extension RedisSessionStore {
    /// Turns the drafts of programs that are gone into interrupted replies.
    ///
    /// A program on this machine is asked of the system; one on another machine counts as gone when
    /// it let its lease run out. A draft is taken over before it is recovered, so that one program
    /// alone does it. One without text is removed.
    public func recover(_ history: History) async throws -> [RecoveredReply] {
        var recovered: [RecoveredReply] = []
        for (turn, owner) in history.drafts.sorted(by: { $0.key.text < $1.key.text }) {
            if owner.machine == self.owner.machine, isAlive(owner) { continue }
            guard let draft = try await claim(turn, of: owner, in: history.session.id) else {
                continue
            }
            if let reply = try await store(draft, turn, history) { recovered.append(reply) }
        }
        return recovered
    }

    private func claim(
        _ turn: TurnID, of gone: TurnOwner, in id: SessionID
    ) async throws -> RecoveredDraft? {
        let answer = try await run(
            SessionScripts.claim, on: id, [keys.draft(id, turn)],
            [
                RedisArgument(turn.text), RedisArgument(gone.text), RedisArgument(owner.text),
                isDead(gone) ? "dead" : "",
            ])
        guard answer.status == "claimed" else { return nil }
        return RecoveredDraft(fields: try answer[0].dictionary())
    }

    private func store(
        _ draft: RecoveredDraft, _ turn: TurnID, _ history: History
    ) async throws -> RecoveredReply? {
        let id = history.session.id
        guard let reply = draft.reply else {
            try await abandon(turn, of: owner, in: id)
            return nil
        }
        let placement = draft.placement(among: try await messages(at: draft.anchor, in: id))
        let answer = try await finish(
            turn, of: owner, in: id, behind: draft.anchor, with: reply, placement: placement,
            operation: "\(turn)-recovered")
        switch answer {
        case .stored(let message): return RecoveredReply(message: message)
        case .overtaken:
            let branch = try await branch(
                NewBranch(
                    id: .recoveredBranch(of: turn), of: id, through: draft.branchPoint(placement),
                    name: SessionName.branch(of: history.session.name), adding: [reply]))
            try await abandon(turn, of: owner, in: id)
            return branch.messages.first.map { RecoveredReply(message: $0, branch: branch.session) }
        }
    }

    /// The messages of a moment, whatever the caller has read of the session.
    private func messages(
        at moment: Timestamp?, in id: SessionID
    ) async throws -> [StoredMessage] {
        guard let moment else { return [] }
        let range = try await pool.execute(
            RedisCommand(
                "ZRANGE",
                [
                    RedisArgument(keys.messages(id)),
                    moment.advanced(byMicroseconds: -1).upperBound, moment.upperBound,
                    "BYSCORE", "WITHSCORES",
                ]))
        return try MessageReader.read(range, position: 0, pruned: 0)
    }
}

extension RecoveredDraft {
    /// Puts the pieces of a draft together.
    fileprivate init(fields: [String: RedisReply]) {
        let anchor = (try? fields["anchor"]?.integer()) ?? -1
        self.init(
            text: Self.joined("text", fields), thinking: Self.joined("thinking", fields),
            model: (try? fields["model"]?.text()) ?? "",
            anchor: anchor < 0 ? nil : Timestamp(microseconds: Int64(anchor)))
    }

    private static func joined(_ kind: String, _ fields: [String: RedisReply]) -> String {
        let pieces = fields.compactMap { name, value -> (offset: Int, bytes: [UInt8])? in
            guard name.hasPrefix("\(kind):"), let offset = Int(name.dropFirst(kind.utf8.count + 1)),
                let bytes = try? value.bytes()
            else { return nil }
            return (offset, bytes)
        }
        let bytes = pieces.sorted { $0.offset < $1.offset }.flatMap(\.bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
