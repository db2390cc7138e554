extension MemorySessionStore {
    /// Begins a turn in one step.
    public func begin(_ request: TurnRequest, in id: SessionID) async throws -> TurnAnswer {
        try change(id) { session, now in
            if let holder = session.lease(at: now), holder.turn != request.turn,
                !isDead(holder.owner)
            {
                return .busy(holder.owner)
            }
            return .begun(session.begin(request, owner: owner, at: now))
        }
    }

    /// Adds a piece to the draft of a turn's reply, and holds the lease for longer.
    public func checkpoint(_ addition: DraftAddition, of turn: BegunTurn) async throws {
        do {
            try change(turn.session) { session, now in
                try session.checkpoint(addition, turn: turn.turn, owner: owner, at: now)
            }
        } catch let error as ChatError where error == .sessionNotFound(turn.session) {
            throw ChatError.turnLost
        }
    }

    /// Ends a turn in one step.
    public func finish(
        _ turn: BegunTurn, with reply: Message, placement: ReplyPlacement
    ) async throws -> ReplyAnswer {
        try change(turn.session) { session, now in
            try session.finish(
                turn.turn, owner: turn.owner, behind: turn.anchor, with: reply,
                placement: placement,
                operation: "\(turn.turn)-reply", at: now)
        }
    }

    /// Ends a turn without a reply.
    public func abandon(_ turn: BegunTurn) async throws {
        // A session that is gone took its drafts along.
        try? change(turn.session) { session, _ in session.end(turn.turn, owner: turn.owner) }
    }

    /// Turns the drafts of programs that are gone into interrupted replies.
    public func recover(_ history: History) async throws -> [RecoveredReply] {
        var recovered: [RecoveredReply] = []
        for (turn, gone) in history.drafts.sorted(by: { $0.key.text < $1.key.text }) {
            if gone.machine == owner.machine, isAlive(gone) { continue }
            let draft = try change(history.session.id) { session, now in
                session.claim(turn, of: gone, for: owner, isDead: isDead(gone), at: now)
            }
            guard let draft else { continue }
            if let reply = try await store(draft, turn, history) { recovered.append(reply) }
        }
        return recovered
    }

    private func store(
        _ draft: RecoveredDraft, _ turn: TurnID, _ history: History
    ) async throws -> RecoveredReply? {
        let id = history.session.id
        guard let reply = draft.reply else {
            try change(id) { session, _ in session.end(turn, owner: owner) }
            return nil
        }
        let (placement, answer) = try change(id) { session, now in
            let placement = draft.placement(among: session.messages)
            let answer = try session.finish(
                turn, owner: owner, behind: draft.anchor, with: reply, placement: placement,
                operation: "\(turn)-recovered", at: now)
            return (placement, answer)
        }
        switch answer {
        case .stored(let message): return RecoveredReply(message: message)
        case .overtaken:
            let branch = try await branch(
                NewBranch(
                    id: .recoveredBranch(of: turn), of: id, through: draft.branchPoint(placement),
                    name: SessionName.branch(of: history.session.name), adding: [reply]))
            try change(id) { session, _ in session.end(turn, owner: owner) }
            return branch.messages.first.map { RecoveredReply(message: $0, branch: branch.session) }
        }
    }

    /// Whether a program is known to have ended.
    func isDead(_ other: TurnOwner) -> Bool {
        other.machine == owner.machine && !isAlive(other)
    }
}
