extension Conversation {
    /// Whether an error says that the session of this conversation is not there any more.
    func isGone(_ error: ChatError) -> Bool {
        session.map { error == .sessionNotFound($0.id) } ?? false
    }

    /// Puts what is known of a session that is gone into a new one.
    ///
    /// - Parameters:
    ///   - more: A message to add at the end.
    ///   - onEvent: Told of the new session.
    /// - Returns: The messages of the new session.
    /// - Throws: `notFound` where nothing is known of the old one, or a failure of the store.
    @discardableResult
    func move(
        adding more: Message? = nil, onEvent: @Sendable (TurnEvent) async -> Void
    ) async throws -> [StoredMessage] {
        guard let old = session else { return [] }
        let known = (messages ?? []).compactMap(\.message) + (more.map { [$0] } ?? [])
        guard !known.isEmpty else { throw ChatError.sessionNotFound(old.id) }
        var new = NewSession(
            name: old.name, model: old.model, options: old.options, messages: known)
        let referred = Set(known.flatMap(\.images))
        new.images = MessageImage.list(referred, among: images)
        let history = try await store.create(new)
        session = history.session
        messages = history.messages
        unread = 0
        lastQuestion = nil
        await onEvent(.moved(to: history.session))
        return history.messages
    }

    /// Puts a reply whose session went away meanwhile into a new session, behind all that is known.
    ///
    /// - Returns: How the turn ended, and the reply if it could not be stored there either.
    func move(
        _ outcome: TurnOutcome, with reply: UnstoredReply,
        onEvent: @Sendable (TurnEvent) async -> Void
    ) async -> (TurnOutcome, UnstoredReply?) {
        do {
            var moved = outcome
            moved.reply = try await move(with: reply, onEvent: onEvent).last
            moved.storeFailure = nil
            return (moved, nil)
        } catch {
            return (outcome, reply)
        }
    }

    /// Puts what is known of a session that is gone, and a reply to it, into a new one.
    ///
    /// - Returns: The messages of the new session.
    @discardableResult
    func move(
        with reply: UnstoredReply, onEvent: @Sendable (TurnEvent) async -> Void
    ) async throws -> [StoredMessage] {
        if let old = reply.replaced { messages?.removeAll { $0.isSame(as: old) } }
        return try await move(adding: reply.message, onEvent: onEvent)
    }
}
