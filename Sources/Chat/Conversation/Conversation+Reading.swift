extension Conversation {
    /// All messages that can be read, as a model is sent them; a system prompt comes first.
    public func sentMessages() async throws -> [Message] {
        guard let session else { return unborn.messages }
        return try await store.history(of: session.id, .all).messages.compactMap(\.message)
    }
}
