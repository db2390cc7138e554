extension SessionStore {
    /// Creates a session.
    ///
    /// - Parameters:
    ///   - name: Its name, if it has one already.
    ///   - systemPrompt: Instructions for the model.
    ///   - model: The model that it talks to.
    /// - Returns: The session.
    /// - Throws: A failure of the store.
    public func create(
        name: String? = nil, systemPrompt: String? = nil, model: String? = nil
    ) async throws -> Session {
        let new = NewSession(name: name, systemPrompt: systemPrompt, model: model)
        return try await create(new).session
    }

    /// Stores a session that comes from elsewhere and is in memory.
    ///
    /// - Returns: Whether it was not there before.
    /// - Throws: A failure of the store.
    public func insert(_ copy: SessionCopy) async throws -> Bool {
        try await insert(copy) { _ in [] }
    }

    /// Opens a session: counts its time to live anew, turns what dead programs left into replies,
    /// and reads it.
    ///
    /// A session of which something cannot be recovered opens all the same; it is tried again next
    /// time.
    ///
    /// - Returns: The session with the messages asked for, and what was recovered.
    public func open(
        _ id: SessionID, _ range: HistoryRange
    ) async throws -> (history: History, recovered: [RecoveredReply]) {
        try await touch(id)
        let history = try await history(of: id, range)
        guard !history.drafts.isEmpty else { return (history, []) }
        guard let recovered = try? await recover(history), !recovered.isEmpty else {
            return (history, [])
        }
        return (try await self.history(of: id, range), recovered)
    }
}
