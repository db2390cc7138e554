extension Conversation {
    /// Takes the last turns back: each a question with all that came behind it.
    ///
    /// - Parameter count: How many turns.
    /// - Returns: The messages, which are on the shelf now.
    /// - Throws: ``ChatError/nothingToUndo`` where there are not so many,
    ///   ``ChatError/changedMeanwhile`` where others have changed what is at the end, or a failure
    ///   of the store.
    @discardableResult
    public func undo(turns count: Int = 1) async throws -> [StoredMessage] {
        let session = try await settledSession()
        let seen = messages
        let known = try await messagesNow()
        // The last turn that the person knows of is in the middle then.
        if let seen, seen.last?.message != known.last?.message {
            throw ChatError.changedMeanwhile
        }
        let questions = known.indices.filter { known[$0].message?.role == .user }
        guard count > 0, questions.count >= count else { throw ChatError.nothingToUndo }
        let taken = Array(known[questions[questions.count - count]...])
        adoptAnew(try await store.remove(MessageRemoval(of: taken, as: .undo), from: session.id))
        return taken
    }

    /// Takes messages off the path.
    ///
    /// - Parameters:
    ///   - messages: The messages, oldest first, as they were read.
    ///   - kind: Why they are taken off.
    ///   - keepsMessages: Whether they go to the shelf; if not, they are lost.
    /// - Throws: A failure of the store; nothing is changed then.
    public func remove(
        _ messages: [StoredMessage], as kind: ShelfKind, keepingMessages keepsMessages: Bool
    ) async throws {
        let session = try await settledSession()
        let removal = MessageRemoval(of: messages, as: kind, keepingMessages: keepsMessages)
        adoptAnew(try await store.remove(removal, from: session.id))
    }

    /// Brings back what was taken back last, as long as nothing was said since.
    ///
    /// - Returns: The messages.
    /// - Throws: ``ChatError/nothingToRedo`` where there is nothing, or a failure of the store.
    @discardableResult
    public func redo() async throws -> [StoredMessage] {
        let session = try await settledSession()
        let now = try await store.history(of: session.id, .last(1))
        let entry = try await store.shelf(of: session.id).last {
            $0.kind == .undo
                && $0.isNewest(behind: now.messages.last?.timestamp, in: now.session)
        }
        guard let entry else { throw ChatError.nothingToRedo }
        let restoration = ShelfRestoration(of: entry, needingSameHead: true)
        adoptAnew(try await store.restore(restoration, in: session.id))
        return entry.messages
    }

    /// Puts messages of the shelf back: where they were if that can be, in a branch otherwise.
    ///
    /// A reply that was replaced changes places with the one that is there now.
    ///
    /// - Returns: The branch, where one was made, with which the conversation goes on.
    /// - Throws: A failure of the store.
    public func restore(_ entry: ShelvedMessages) async throws -> Session? {
        let session = try await settledSession()
        let known = try await messagesNow()
        let question = try await entry.question(on: store.shelf(of: session.id), behind: known)
        guard question == nil, let replaced = entry.place(among: known) else {
            return try await branch(for: entry, asking: question, of: session, known)
        }
        let restoration = ShelfRestoration(of: entry, replacing: replaced)
        adoptAnew(try await store.restore(restoration, in: session.id))
        return nil
    }

    /// Makes a session from this one, up to a message, and goes on in it.
    ///
    /// A summary goes along that covers nothing behind that message.
    ///
    /// - Parameters:
    ///   - last: The timestamp of the last message to take along, or `nil` for all.
    ///   - name: The name of the branch.
    ///   - messages: Messages to add to it.
    /// - Returns: The branch.
    /// - Throws: A failure of the store.
    @discardableResult
    public func branch(
        through last: Timestamp?, name: String?, adding messages: [Message] = []
    ) async throws -> Session {
        let session = try await settledSession()
        let summary = session.summary.flatMap { summary in
            last.map { summary.through <= $0 } ?? true ? summary : nil
        }
        let branch = NewBranch(
            of: session.id, through: last, name: name, sending: summary, adding: messages)
        let made = try await store.branch(branch).session
        adoptAnew(made)
        return made
    }

    private func branch(
        for entry: ShelvedMessages, asking question: StoredMessage?, of session: Session,
        _ known: [StoredMessage]
    ) async throws -> Session {
        let first = entry.messages.first?.timestamp ?? entry.at
        let before =
            entry.isReply && question == nil
            ? entry.anchor(among: known) : known.last { $0.timestamp < first }
        return try await branch(
            through: before?.timestamp ?? Timestamp(microseconds: 0),
            name: SessionName.branch(of: session.name),
            adding: ((question.map { [$0] } ?? []) + entry.messages).compactMap(\.message))
    }

    /// The messages as they are now, whatever was known of them.
    private func messagesNow() async throws -> [StoredMessage] {
        messages = nil
        return try await knownMessages()
    }

    /// The session, with all that was said in it stored.
    private func settledSession() async throws -> Session {
        try await storeUnstored { _ in }
        guard let session else { throw ChatError.nothingSaid }
        return session
    }
}

extension ShelvedMessages {
    /// Whether it is a reply that another one took the place of.
    fileprivate var isReply: Bool { kind == .retry || kind == .continue }

    /// What a reply stands behind: its question, unless that is off the path.
    fileprivate func anchor(among known: [StoredMessage]) -> StoredMessage? {
        guard let first = messages.first else { return nil }
        return known.last { $0.timestamp < first.timestamp && $0.message?.role != .assistant }
    }

    /// The question of a reply, where it was taken off the path as well.
    fileprivate func question(
        on shelf: [ShelvedMessages], behind known: [StoredMessage]
    ) -> StoredMessage? {
        guard isReply, let first = messages.first else { return nil }
        let anchor = anchor(among: known)?.timestamp ?? Timestamp(microseconds: 0)
        return shelf.filter { !$0.isReply }.flatMap(\.messages)
            .filter { $0.message?.role == .user && anchor < $0.timestamp }
            .filter { $0.timestamp < first.timestamp }
            .max { $0.timestamp < $1.timestamp }
    }

    /// What has to make place for the messages, or `nil` where they do not fit in any more.
    ///
    /// A reply takes the place of whichever other reply of its question is there, be it older or
    /// newer.
    fileprivate func place(among known: [StoredMessage]) -> [StoredMessage]? {
        switch kind {
        case .prune: return []
        case .undo: return known.last?.timestamp == head ? [] : nil
        case .system: return known.filter { $0.message?.role == .system }.prefix(1).map { $0 }
        case .retry, .continue:
            let anchor = anchor(among: known)?.timestamp
            let later = known.filter { message in anchor.map { $0 < message.timestamp } ?? true }
            guard later.count <= 1, later.allSatisfy({ $0.message?.role == .assistant }) else {
                return nil
            }
            return later
        }
    }
}
