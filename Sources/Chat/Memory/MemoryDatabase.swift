import Synchronization

/// Sessions in memory, which several stores may share as several programs share a server.
final class MemoryDatabase: Sendable {
    /// Microseconds that a session stays in the trash.
    private static let trashTime: Int64 = 7 * 24 * 3_600_000_000

    private let sessions = Mutex<[SessionID: MemorySession]>([:])
    private let scales = Mutex<[String: Double]>([:])
    private let trash = Mutex<[SessionID: (session: MemorySession, deletedAt: Timestamp)]>([:])

    /// Adds a session, or gives the one that has its id already.
    func add(_ session: MemorySession, at now: Timestamp) -> MemorySession {
        put(session, at: now) ?? session
    }

    /// Adds a session unless one has its id already, and says whether it did.
    func insert(_ session: MemorySession, at now: Timestamp) -> Bool {
        put(session, at: now) == nil
    }

    /// Adds a session unless one has its id already, and gives that one.
    private func put(_ session: MemorySession, at now: Timestamp) -> MemorySession? {
        let id = session.session.id
        return sessions.withLock { sessions in
            if let old = sessions[id], !old.isExpired(at: now) { return old }
            sessions[id] = session
            return nil
        }
    }

    /// Puts a session in the place of what is there.
    func replace(_ id: SessionID, with session: MemorySession) {
        sessions.withLock { $0[id] = session }
    }

    /// Removes a session.
    func remove(_ id: SessionID) {
        sessions.withLock { $0[id] = nil }
    }

    /// The sessions that have not expired.
    func all(at now: Timestamp) -> [MemorySession] {
        sessions.withLock { sessions in sessions.values.filter { !$0.isExpired(at: now) } }
    }

    /// A session as it is now.
    func session(_ id: SessionID, at now: Timestamp) throws -> MemorySession {
        guard let session = sessions.withLock({ $0[id] }), !session.isExpired(at: now) else {
            throw ChatError.sessionNotFound(id)
        }
        return session
    }

    /// Does something with a session in one step; nothing is changed if it throws.
    func change<Result: Sendable>(
        _ id: SessionID, at now: Timestamp, _ body: (inout MemorySession) throws -> Result
    ) throws -> Result {
        try sessions.withLock { sessions in
            guard var session = sessions[id], !session.isExpired(at: now) else {
                sessions[id] = nil
                throw ChatError.sessionNotFound(id)
            }
            let result = try body(&session)
            sessions[id] = session
            return result
        }
    }

    /// Moves a session into the trash.
    func throwAway(_ id: SessionID, at now: Timestamp) {
        guard let session = sessions.withLock({ $0.removeValue(forKey: id) }) else { return }
        trash.withLock { $0[id] = (session, now) }
    }

    /// What is in the trash.
    func thrownAway(at now: Timestamp) -> [TrashedSession] {
        trash.withLock { trash in
            trash = trash.filter {
                $0.value.deletedAt.microseconds + Self.trashTime > now.microseconds
            }
            return trash.values.map { session, deletedAt in
                let left = deletedAt.microseconds + Self.trashTime - now.microseconds
                return TrashedSession(
                    session: session.value(at: now), deletedAt: deletedAt,
                    vanishesIn: Int(left / 1_000_000))
            }
        }
    }

    /// What was learned of the tokens that models make.
    var tokenScales: [String: Double] { scales.withLock(\.self) }

    /// Keeps what was learned of the tokens that models make.
    func keep(tokenScales: [String: Double]) {
        scales.withLock { $0.merge(tokenScales) { _, new in new } }
    }

    /// Takes a session out of the trash.
    func takeFromTrash(_ id: SessionID) -> MemorySession? {
        trash.withLock { $0.removeValue(forKey: id)?.session }
    }
}
