import Chat

/// Tells the store what it missed, entry by entry.
///
/// Every entry may be told twice and has one effect, so a replay that breaks off begins again at
/// the entry where it did. The store gives messages its own timestamps; the replay remembers which
/// message became which, because later entries, and turns that are still under way, name the
/// earlier ones.
struct SpoolReplay: Sendable {
    /// Where a message was said, in the timestamps of this program.
    private struct Place: Hashable {
        let session: SessionID
        let timestamp: Timestamp
    }

    private var messages: [Place: StoredMessage] = [:]
    /// The turns that were begun in the store.
    private(set) var begun: [TurnID: BegunTurn] = [:]
    /// The replies of which pieces came and no end, with the model that was asked.
    private(set) var open: [TurnID: (session: SessionID, turn: SpoolEntry.Turn, model: String)] =
        [:]
    /// The branches of replies that others overtook, of which nobody was told yet.
    private var branches: [Session] = []
    private var texts = DraftTexts()
    private var models: [TurnID: String] = [:]

    /// Tells the store an entry.
    ///
    /// - Returns: What became of it, or `nil` for one that the store is not told by itself.
    /// - Throws: A failure of the store; ``SessionBusy`` while another program is in a turn of the
    ///   session.
    mutating func perform(
        _ entry: SpoolEntry, on store: any SessionStore
    ) async throws -> ToldEntry? {
        let told = try await tell(entry, to: store)
        take(told ?? ToldEntry(), of: entry)
        return told
    }

    /// Takes what became of an entry.
    mutating func take(_ told: ToldEntry, of entry: SpoolEntry) {
        for (said, message) in told.messages {
            messages[Place(session: entry.session, timestamp: said)] = message
        }
        switch entry.action {
        case .create, .change: break
        case .begin(let request):
            models[request.turn] = request.model
            begun[request.turn] = told.turn.map { BegunTurn($0, in: entry.session) }
        case .draft(let turn, let addition):
            texts.take(addition, of: turn.id)
            open[turn.id] = (entry.session, turn, models[turn.id] ?? "")
        case .finish(let turn, _, _, _), .abandon(let turn): end(turn.id)
        }
    }

    private mutating func tell(
        _ entry: SpoolEntry, to store: any SessionStore
    ) async throws -> ToldEntry? {
        var told = ToldEntry()
        switch entry.action {
        case .create(let new):
            for (offset, message) in try await store.create(new).messages.enumerated() {
                told.messages[entry.at.advanced(byMicroseconds: Int64(offset))] = message
            }
        case .change(let changes): _ = try await store.change(entry.session, changes)
        case .begin(let request):
            let turn = try await begin(request, entry, on: store)
            told.turn = SpoolEntry.Turn(turn)
            told.messages[entry.at] = turn.question
        case .draft: return nil
        case .finish(let turn, var reply, let placement, let name):
            reply.saidAt = entry.at
            told.messages[entry.at] = try await finish(
                turn, reply, placement, name, in: entry.session, on: store)
        case .abandon(let turn):
            try await store.abandon(translated(turn, in: entry.session))
        }
        return told
    }

    /// What a message became that this program knows by its own timestamp.
    func translated(_ message: StoredMessage, in session: SessionID) -> StoredMessage {
        messages[Place(session: session, timestamp: message.timestamp)] ?? message
    }

    /// A placement, in which a message is named as the store knows it.
    func translated(_ placement: ReplyPlacement, in session: SessionID) -> ReplyPlacement {
        switch placement {
        case .append: .append
        case .instead(let old): .instead(of: translated(old, in: session))
        case .inPlace(let old): .inPlace(of: translated(old, in: session))
        }
    }

    /// A turn as the store knows it.
    func translated(_ turn: BegunTurn) -> BegunTurn { begun[turn.turn] ?? turn }

    /// Puts a reply without an end into the store as far as it came, interrupted.
    ///
    /// For a program that has died; one that lives goes on with it.
    mutating func interrupt(_ turn: TurnID, on store: any SessionStore) async throws {
        guard let draft = open[turn], let all = texts.whole(of: turn) else { return }
        let recovered = RecoveredDraft(
            text: all.text, thinking: all.thinking, model: draft.model,
            anchor: translated(draft.turn, in: draft.session).anchor)
        if let reply = recovered.reply {
            let history = try await store.history(of: draft.session, .all)
            _ = try await finish(
                draft.turn, reply, recovered.placement(among: history.messages),
                history.session.name, in: draft.session, on: store)
        } else {
            try await store.abandon(translated(draft.turn, in: draft.session))
        }
        end(turn)
    }

    /// The branches that were made since the last call.
    mutating func takeBranches() -> [Session] {
        defer { branches = [] }
        return branches
    }

    private mutating func end(_ turn: TurnID) {
        open[turn] = nil
        texts.end(turn)
    }

    private func begin(
        _ request: TurnRequest, _ entry: SpoolEntry, on store: any SessionStore
    ) async throws -> BegunTurn {
        var request = request
        request.question?.saidAt = entry.at
        // What others said meanwhile is read when somebody looks.
        request.lastSeen = .distantFuture
        switch try await store.begin(request, in: entry.session) {
        case .busy(let owner): throw SessionBusy(owner: owner)
        case .begun(let turn): return turn
        }
    }

    private mutating func finish(
        _ turn: SpoolEntry.Turn, _ reply: Message, _ placement: ReplyPlacement, _ name: String?,
        in session: SessionID, on store: any SessionStore
    ) async throws -> StoredMessage? {
        let begun = translated(turn, in: session)
        let placement = translated(placement, in: session)
        switch try await store.finish(begun, with: reply, placement: placement) {
        case .stored(let message): return message
        case .overtaken:
            let last =
                switch placement {
                case .append: begun.anchor
                case .instead(let old), .inPlace(let old):
                    old.timestamp.advanced(byMicroseconds: -1)
                }
            let branch = try await store.branch(
                NewBranch(
                    id: .branch(of: turn.id), of: session, through: last,
                    name: SessionName.branch(of: name), adding: [reply]))
            // The branch has the reply, so a draft that stays behind costs nothing but its space.
            try? await store.abandon(begun)
            branches.append(branch.session)
            return branch.messages.last
        }
    }

    /// A turn as the store knows it, of which the spool knows what is needed to end it.
    func translated(_ turn: SpoolEntry.Turn, in session: SessionID) -> BegunTurn {
        begun[turn.id] ?? BegunTurn(turn, in: session)
    }
}

extension BegunTurn {
    /// A turn of which only what is needed to end it is known.
    fileprivate init(_ turn: SpoolEntry.Turn, in session: SessionID) {
        self.init(
            turn: turn.id, session: session, question: nil, news: [], anchor: turn.anchor,
            messageCount: 0, revision: nil, owner: turn.owner)
    }
}

/// Another program is in a turn of a session, which has to end first.
struct SessionBusy: Error {
    /// The program.
    let owner: TurnOwner
}

extension Timestamp {
    /// Later than every message, and still a time in seconds.
    fileprivate static let distantFuture = Timestamp(microseconds: 8_999_999_999_000_000)
}
