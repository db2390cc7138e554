extension MemorySessionStore {
    /// Stores a session that comes from elsewhere, with the times that it has there.
    public func insert(
        _ copy: SessionCopy, followedBy more: @escaping SessionCopy.Supply
    ) async throws -> Bool {
        let now = clock()
        guard !database.all(at: now).contains(where: { $0.session.id == copy.id }) else {
            return false
        }
        var copy = copy
        while case let entries = try await more(copy.messages.count), !entries.isEmpty {
            copy.messages += entries
        }
        let session = Session(
            id: copy.id, name: copy.name, model: copy.model, options: copy.options,
            createdAt: copy.createdAt, lastActivity: copy.createdAt,
            summary: copy.summary, choices: copy.choices, parent: copy.parent,
            branchPoint: copy.branchPoint)
        var made = MemorySession(session, timeToLive: timeToLive)
        for entry in copy.messages {
            made.insert(entry.message, at: made.messages.count, timestamp: entry.timestamp)
        }
        for shelved in copy.shelf { made.put(shelved) }
        made.images = copy.images
        made.refresh(at: now)
        return database.insert(made, at: now)
    }
}

extension MemorySession {
    /// Puts messages of another place on the shelf.
    fileprivate mutating func put(_ shelved: SessionCopy.Shelved) {
        shelf.append(
            ShelvedMessages(
                operation: shelved.operation, kind: shelved.kind, at: shelved.at,
                head: shelved.head,
                messages: shelved.messages.map { Self.stored($0.message, at: $0.timestamp) }))
    }
}
