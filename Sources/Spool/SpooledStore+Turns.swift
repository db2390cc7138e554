package import Chat

extension SpooledStore {
    /// Begins a turn.
    ///
    /// A caller that knows messages by timestamps that hold no longer is told to read anew; what
    /// it would take for news is its own.
    package func begin(_ request: TurnRequest, in id: SessionID) async throws -> TurnAnswer {
        let answer = try await asking { server in
            let answer = try await server.begin(request, in: id)
            if case .begun(let turn) = answer { seen.take(turn) }
            return answer
        } away: { standIn in
            try await spooling(id, standIn) {
                let answer = try await standIn.begin(request, in: id)
                guard case .begun(let turn) = answer else { return answer }
                let at = turn.question?.timestamp ?? WallClock.now()
                try await keep(SpoolEntry(id, at: at, .begin(request)))
                return answer
            }
        }
        guard case .begun(let turn) = answer, outdated.contains(id) else { return answer }
        return .begun(
            BegunTurn(
                turn: turn.turn, session: id, question: turn.question, news: [],
                anchor: turn.anchor, messageCount: turn.messageCount, revision: nil,
                owner: turn.owner))
    }

    /// Adds a piece to the draft of a turn's reply.
    package func checkpoint(_ addition: DraftAddition, of turn: BegunTurn) async throws {
        texts.take(addition, of: turn.turn)
        let turn = settled.translated(turn)
        try await asking { server in
            do {
                try await server.checkpoint(addition, of: turn)
            } catch let error as ChatError where error == .draftOutOfStep {
                // A server that came back without its last moments knows less of the reply.
                guard let whole = texts.whole(of: turn.turn) else { return }
                try await server.checkpoint(whole, of: turn)
            }
        } away: { _ in
            let piece = texts.unspooled(of: turn.turn)
            guard !piece.isEmpty else { return }
            let draft = SpoolEntry.Turn(turn)
            try await keep(SpoolEntry(turn.session, at: WallClock.now(), .draft(draft, piece)))
            texts.noteSpooled(piece, of: turn.turn)
        }
    }

    /// Ends a turn with its reply.
    package func finish(
        _ turn: BegunTurn, with reply: Message, placement: ReplyPlacement
    ) async throws -> ReplyAnswer {
        let turn = settled.translated(turn)
        let placement = settled.translated(placement, in: turn.session)
        let answer = try await asking { server in
            do {
                let answer = try await server.finish(turn, with: reply, placement: placement)
                if case .stored(let message) = answer {
                    seen.take(message, placement, in: turn.session)
                }
                return answer
            } catch let failure as any ChatFailure where failure.isRefusal {
                await keepRefused(reply, placement, of: turn, failure)
                throw failure
            }
        } away: { standIn in
            try await spooling(turn.session, standIn) {
                let answer = try await standIn.finish(turn, with: reply, placement: placement)
                guard case .stored(let message) = answer else { return answer }
                let name = seen.sessions[turn.session]?.session.name
                let action = SpoolEntry.Action.finish(
                    SpoolEntry.Turn(turn), reply, placement, sessionName: name)
                try await keep(SpoolEntry(turn.session, at: message.timestamp, action))
                return answer
            }
        }
        texts.end(turn.turn)
        return answer
    }

    /// Ends a turn without a reply.
    package func abandon(_ turn: BegunTurn) async throws {
        texts.end(turn.turn)
        let turn = settled.translated(turn)
        try await asking {
            try await $0.abandon(turn)
        } away: { standIn in
            try await standIn.abandon(turn)
            let action = SpoolEntry.Action.abandon(SpoolEntry.Turn(turn))
            try await keep(SpoolEntry(turn.session, at: WallClock.now(), action))
        }
    }

    /// Keeps a reply that the server will never take in a file, once.
    private func keepRefused(
        _ reply: Message, _ placement: ReplyPlacement, of turn: BegunTurn,
        _ failure: any ChatFailure
    ) async {
        guard refusedReplies.insert(turn.turn).inserted else { return }
        let action = SpoolEntry.Action.finish(
            SpoolEntry.Turn(turn), reply, placement,
            sessionName: seen.sessions[turn.session]?.session.name)
        let entry = SpoolEntry(turn.session, at: WallClock.now(), action)
        do {
            try await keep([entry], failure)
        } catch {
            // The failure of the server, which is told, is the one to act on.
            refusedReplies.remove(turn.turn)
        }
    }

    /// Keeps what the server has to be told: on the disk first.
    func keep(_ entry: SpoolEntry) async throws {
        pending.append(SpooledEntry(number: try await spool.append(entry), entry: entry))
    }

    /// Does something in what stands in for the server and in the spool, or in neither.
    func spooling<Result: Sendable>(
        _ id: SessionID, _ standIn: MemorySessionStore, _ body: () async throws -> Result
    ) async throws -> Result {
        let before = standIn.snapshot(of: id)
        do {
            return try await fromSeen(body)
        } catch {
            standIn.restore(before, as: id)
            throw error
        }
    }

    /// Asks what stands in for the server, which only knows what was seen.
    func fromSeen<Result: Sendable>(
        _ ask: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await ask()
        } catch let error as ChatError where error.kind == .notFound {
            throw SpoolError.notSeen
        }
    }
}

extension ChatFailure {
    /// Whether a store that is there does not take something, and will not do so later.
    ///
    /// What belongs to a session that is gone goes into a new one.
    fileprivate var isRefusal: Bool { !isOutage && kind != .notFound }
}
