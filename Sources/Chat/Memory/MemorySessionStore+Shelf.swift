extension MemorySessionStore {
    /// Reads what was taken off a session's path, the oldest step first.
    public func shelf(of id: SessionID) async throws -> [ShelvedMessages] {
        try database.session(id, at: clock()).shelf
    }

    /// Takes messages off a session's path, to its shelf or for good.
    public func remove(_ removal: MessageRemoval, from id: SessionID) async throws -> Session {
        try changePath(of: id) { session, now in try session.remove(removal, at: now) }
    }

    /// Puts messages of the shelf back to where they were.
    public func restore(_ restoration: ShelfRestoration, in id: SessionID) async throws -> Session {
        try changePath(of: id) { session, now in try session.restore(restoration, at: now) }
    }

    private func changePath(
        of id: SessionID, _ body: (inout MemorySession, Timestamp) throws -> Void
    ) throws -> Session {
        try change(id) { session, now in
            if let holder = session.lease(at: now), !isDead(holder.owner) {
                throw ChatError.inTurn(holder.owner)
            }
            try body(&session, now)
            session.refresh(at: now)
            return session.value(at: now)
        }
    }
}
