extension MemorySession {
    /// Microseconds that a lease lasts.
    private static let leaseLength: Int64 = 10_000_000

    /// The lease, unless it has run out.
    func lease(at now: Timestamp) -> Lease? {
        lease.flatMap { $0.end > now ? $0 : nil }
    }

    /// Begins a turn whose lease is free, or its own already.
    mutating func begin(_ request: TurnRequest, owner: TurnOwner, at now: Timestamp) -> BegunTurn {
        var question: Timestamp?
        if let message = request.question {
            question = operations[request.turn.text] ?? append([message], at: now)
            operations[request.turn.text] = question
            keep(request.images)
        }
        let anchor = question ?? messages.last?.timestamp
        var draft =
            drafts[request.turn] ?? Draft(owner: owner, model: request.model, anchor: anchor)
        draft.owner = owner
        drafts[request.turn] = draft
        lease = Lease(
            owner: owner, turn: request.turn, end: now.advanced(byMicroseconds: Self.leaseLength))
        let end = question.flatMap { stamp in messages.firstIndex { $0.timestamp == stamp } }
        let start = request.lastSeen.flatMap { seen in
            messages.firstIndex { $0.timestamp > seen } ?? messages.count
        }
        let place = end ?? messages.count
        return BegunTurn(
            turn: request.turn, session: session.id,
            question: question.flatMap { numbered(count: 1, from: $0).first },
            news: numbered(min(start ?? 0, place)..<place), anchor: draft.anchor,
            messageCount: messages.count, revision: session.revision, owner: draft.owner)
    }

    /// Adds a piece to a draft, and holds the lease for longer if nobody else has it.
    mutating func checkpoint(
        _ addition: DraftAddition, turn: TurnID, owner: TurnOwner, at now: Timestamp
    ) throws {
        guard var draft = drafts[turn], draft.owner == owner else { throw ChatError.turnLost }
        let holder = lease(at: now)
        if holder == nil || holder?.turn == turn {
            lease = Lease(
                owner: owner, turn: turn, end: now.advanced(byMicroseconds: Self.leaseLength))
        }
        try Self.grow(&draft.text, at: addition.textOffset, by: addition.text)
        drafts[turn] = draft
        try Self.grow(&draft.thinking, at: addition.thinkingOffset, by: addition.thinking)
        drafts[turn] = draft
    }

    /// Ends a turn with its reply.
    mutating func finish(
        _ turn: TurnID, owner: TurnOwner, behind anchor: Timestamp?, with reply: Message,
        placement: ReplyPlacement, operation: String, at now: Timestamp
    ) throws -> ReplyAnswer {
        if let stamp = operations[operation] {
            end(turn, owner: owner)
            return numbered(count: 1, from: stamp).first.map(ReplyAnswer.stored) ?? .overtaken
        }
        if let draft = drafts[turn], draft.owner != owner { return .overtaken }
        var old: (position: Int, timestamp: Timestamp)?
        switch placement {
        case .append: break
        case .instead(let message), .inPlace(let message):
            guard let position = position(of: message) else { return .overtaken }
            old = (position, message.timestamp)
        }
        let isOvertaken = messages.contains { message in
            message.timestamp != old?.timestamp && anchor.map { message.timestamp > $0 } ?? true
        }
        if isOvertaken { return .overtaken }
        let stamp = place(reply, placement, old, turn: turn, at: now)
        operations[operation] = stamp
        session.lastActivity = max(session.lastActivity, now)
        end(turn, owner: owner)
        return numbered(count: 1, from: stamp).first.map(ReplyAnswer.stored) ?? .overtaken
    }

    /// Removes a draft and gives the lease back, as far as they are the owner's.
    mutating func end(_ turn: TurnID, owner: TurnOwner) {
        if drafts[turn]?.owner == owner { drafts[turn] = nil }
        if lease?.turn == turn, lease?.owner == owner { lease = nil }
    }

    /// Takes over the draft of a program that is gone.
    ///
    /// Where that is known for certain (`isDead`), its lease counts no longer.
    mutating func claim(
        _ turn: TurnID, of gone: TurnOwner, for owner: TurnOwner, isDead: Bool, at now: Timestamp
    ) -> RecoveredDraft? {
        if let holder = lease(at: now), holder.turn != turn || !isDead { return nil }
        guard var draft = drafts[turn], draft.owner == gone else { return nil }
        draft.owner = owner
        drafts[turn] = draft
        lease = nil
        return RecoveredDraft(
            text: draft.text, thinking: draft.thinking, model: draft.model, anchor: draft.anchor)
    }

    private mutating func place(
        _ reply: Message, _ placement: ReplyPlacement,
        _ old: (position: Int, timestamp: Timestamp)?, turn: TurnID, at now: Timestamp
    ) -> Timestamp {
        guard let old else { return append([reply], at: now) }
        let replaced = messages[old.position]
        if case .inPlace = placement {
            remove(at: old.position)
            insert(reply, at: old.position, timestamp: old.timestamp)
            keep([replaced], as: .continue, operation: turn, at: now)
            return old.timestamp
        }
        let stamp = append([reply], at: now)
        remove(at: old.position)
        keep([replaced], as: .retry, operation: turn, at: now)
        return stamp
    }

    private static func grow(_ text: inout String, at offset: Int, by piece: String) throws {
        let known = text.utf8.count - offset
        guard known >= 0 else { throw ChatError.draftOutOfStep }
        text += String(decoding: piece.utf8.dropFirst(known), as: UTF8.self)
    }
}
