/// A session as it was at a moment, or that it was not there.
package struct MemorySnapshot: Sendable {
    fileprivate let session: MemorySession?
}

extension MemorySessionStore {
    /// Remembers how a session is.
    package func snapshot(of id: SessionID) -> MemorySnapshot {
        MemorySnapshot(session: try? database.session(id, at: clock()))
    }

    /// Makes a session what it was.
    package func restore(_ snapshot: MemorySnapshot, as id: SessionID) {
        if let session = snapshot.session {
            database.replace(id, with: session)
        } else {
            database.remove(id)
        }
    }
}
