extension Conversation {
    /// All messages that can be read, as a model is sent them; a system prompt comes first.
    public func sentMessages() async throws -> [Message] {
        guard let session else { return unborn.messages }
        return try await store.history(of: session.id, .all).messages.compactMap(\.message)
    }
}

extension Conversation {
    /// As many of the newest messages are read at first; more where they all fit into the window.
    package static let newest = 1_000

    /// All messages of the session, as far as others have not changed them since they were read.
    func knownMessages() async throws -> [StoredMessage] {
        if let messages, unread == 0 { return messages }
        return try await readNewest(.max)
    }

    /// The newest messages of the session, with its system prompt: no more than a model is sent of
    /// a long one.
    func recentMessages() async throws -> [StoredMessage] {
        if let messages { return messages }
        return try await readNewest(Self.newest)
    }

    /// Reads so many of the newest messages, and the system prompt.
    func readNewest(_ count: Int) async throws -> [StoredMessage] {
        guard let id = session?.id else { return [] }
        let (session, known) = try await newest(count, of: id)
        adopt(known, of: session)
        return known
    }

    /// Takes messages that were read.
    func adopt(_ known: [StoredMessage], of session: Session) {
        self.session = session
        messages = known
        unread = max(0, session.messageCount - known.count)
    }

    /// Reads so many of the newest messages of a session, and the system prompt; all of them where
    /// an older one is always sent.
    func newest(
        _ count: Int, of id: SessionID
    ) async throws -> (session: Session, messages: [StoredMessage]) {
        let history = try await store.history(of: id, count == .max ? .all : .last(count))
        var known = history.messages
        if history.session.messageCount > known.count {
            if let pinned = history.session.choices.always.min(),
                let oldest = known.first, pinned < oldest.timestamp
            {
                return try await newest(.max, of: id)
            }
            let first = try await store.history(of: id, .positions(0..<1)).messages
            known = first.filter { $0.message?.role == .system } + known
        }
        return (history.session, known)
    }
}
