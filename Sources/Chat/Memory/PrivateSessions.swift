import Synchronization

/// A store of which some sessions are private: these are in the memory of this process only.
///
/// A branch of a private session is private too. All other sessions, and what is learned of
/// models, are in the store beside.
package final class PrivateSessions: SessionStore {
    /// Where all other sessions live.
    let shared: any SessionStore
    /// Where the private ones live.
    let memory = MemorySessionStore()
    private let ids = Mutex<Set<SessionID>>([])

    /// Makes a store without private sessions.
    package init(beside shared: any SessionStore) {
        self.shared = shared
    }

    /// Keeps a session that is going to be created to this process.
    package func add(_ id: SessionID) {
        ids.withLock { _ = $0.insert(id) }
    }

    /// Whether a session is private.
    package func contains(_ id: SessionID) -> Bool {
        ids.withLock { $0.contains(id) }
    }

    /// The store of a session.
    func store(of id: SessionID) -> any SessionStore {
        contains(id) ? memory : shared
    }

    package func create(_ new: NewSession) async throws -> History {
        try await store(of: new.id).create(new)
    }

    package func insert(
        _ copy: SessionCopy, followedBy more: @escaping SessionCopy.Supply
    ) async throws -> Bool {
        try await store(of: copy.id).insert(copy, followedBy: more)
    }

    package func branch(_ new: NewBranch) async throws -> History {
        if contains(new.parent) { add(new.id) }
        return try await store(of: new.id).branch(new)
    }

    /// Lists sessions, the private ones first.
    package func list(offset: Int, limit: Int) async throws -> SessionPage {
        let own = try await memory.list(offset: offset, limit: limit)
        guard own.total > 0 else { return try await shared.list(offset: offset, limit: limit) }
        let others = try await shared.list(
            offset: max(0, offset - own.total), limit: max(1, limit - own.sessions.count))
        let room = max(0, limit - own.sessions.count)
        return SessionPage(
            sessions: own.sessions + others.sessions.prefix(room), total: own.total + others.total)
    }

    /// Finds sessions, among the private ones first.
    package func find(_ reference: String) async throws -> [Session] {
        let own = try await memory.find(reference)
        return own.isEmpty ? try await shared.find(reference) : own
    }

    /// Moves a session into the trash; a private one is gone for good.
    package func delete(_ id: SessionID) async throws {
        if contains(id) { try await memory.purge(id) } else { try await shared.delete(id) }
    }

    package func trash(limit: Int) async throws -> [TrashedSession] {
        try await shared.trash(limit: limit)
    }

    package func undelete(_ id: SessionID) async throws -> Session {
        try await shared.undelete(id)
    }

    package func purge(_ id: SessionID) async throws {
        try await store(of: id).purge(id)
    }

    package func sessions(unusedSince moment: Timestamp, limit: Int) async throws -> [Session] {
        try await shared.sessions(unusedSince: moment, limit: limit)
    }

    package func family(of id: SessionID) async throws -> [Session] {
        try await store(of: id).family(of: id)
    }

    package func usage() async throws -> StoreUsage { try await shared.usage() }

    package func sizes(of ids: [SessionID]) async throws -> [SessionID: Int] {
        try await shared.sizes(of: ids.filter { !contains($0) })
    }

    package func tokenScales() async throws -> [String: Double] {
        try await shared.tokenScales()
    }

    package func keep(tokenScales: [String: Double]) async throws {
        try await shared.keep(tokenScales: tokenScales)
    }

    package func close() async { await shared.close() }
}
