extension MemorySessionStore {
    /// Moves a session into the trash.
    public func delete(_ id: SessionID) async throws {
        try refuseInTurn(id)
        database.throwAway(id, at: clock())
    }

    /// The sessions in the trash, the last deleted first.
    public func trash(limit: Int) async throws -> [TrashedSession] {
        Array(
            database.thrownAway(at: clock()).sorted { $0.deletedAt > $1.deletedAt }
                .prefix(max(0, limit)))
    }

    /// Brings a session back from the trash.
    public func undelete(_ id: SessionID) async throws -> Session {
        let now = clock()
        guard database.thrownAway(at: now).contains(where: { $0.session.id == id }),
            var session = database.takeFromTrash(id)
        else { throw ChatError.notInTrash(id) }
        session.refresh(at: now)
        return database.add(session, at: now).value(at: now)
    }

    /// Removes a session for good.
    public func purge(_ id: SessionID) async throws {
        do {
            try refuseInTurn(id)
        } catch let error as ChatError where error == .sessionNotFound(id) {
            guard database.takeFromTrash(id) != nil else { throw error }
        }
        database.remove(id)
    }

    /// Sessions that were not used since a moment, the longest unused first.
    public func sessions(unusedSince moment: Timestamp, limit: Int) async throws -> [Session] {
        let now = clock()
        let unused = database.all(at: now).map { $0.value(at: now) }
            .filter { $0.lastActivity < moment }
        return Array(
            unused.sorted { $0.lastActivity < $1.lastActivity }.prefix(max(0, limit)))
    }

    private func refuseInTurn(_ id: SessionID) throws {
        let now = clock()
        if let holder = try database.session(id, at: now).lease(at: now), !isDead(holder.owner) {
            throw ChatError.inTurn(holder.owner)
        }
    }
}
