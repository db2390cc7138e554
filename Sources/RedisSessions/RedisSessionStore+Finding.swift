public import Chat
import Redis

extension RedisSessionStore {
    /// The shortest beginning of an id that stands for it.
    private static let shortestPrefix = 4

    /// Finds sessions by id, by the beginning of an id, or by name.
    ///
    /// The lists answer; each session is checked against what they said, and an entry that no
    /// longer holds is dropped.
    public func find(_ reference: String) async throws -> [Session] {
        guard !reference.isEmpty else { return [] }
        let id = SessionID(reference)
        var commands = [lists.named(reference)]
        if let id {
            commands += SessionHeader.commands(id, keys)
            if reference.utf8.count >= Self.shortestPrefix {
                commands.append(lists.beginning(with: reference))
            }
        }
        let replies = try await pool.pipeline(commands)
        for reply in replies { _ = try reply.orThrow() }
        if let id {
            let header = try SessionHeader(replies[1...SessionHeader.size])
            if header.exists { return [header.session(id)] }
        }
        let named = try entries(replies[0])
        let begun = try replies.dropFirst(1 + SessionHeader.size).first.map(entries) ?? []
        return try await choose(named, begun, name: SessionLists.folded(reference))
    }

    /// Sessions of the name if there are any, else those whose id begins so.
    private func choose(
        _ named: [SessionLists.Entry], _ begun: [SessionLists.Entry], name: String
    ) async throws -> [Session] {
        guard !named.isEmpty || !begun.isEmpty else { return [] }
        var seen: Set<SessionID> = []
        let ids = (named + begun).map(\.id).filter { seen.insert($0).inserted }
        let found = Dictionary(uniqueKeysWithValues: try await sessions(ids).map { ($0.id, $0) })
        let stale = (named + begun).filter { !$0.holds(for: found[$0.id]) }
        if !stale.isEmpty { _ = try? await pool.execute(lists.drop(stale.map(\.member))) }
        let matches = [named, begun].lazy
            .map { $0.filter { $0.holds(for: found[$0.id]) }.compactMap { found[$0.id] } }
            .first { !$0.isEmpty }
        return (matches ?? []).sorted { $0.lastActivity > $1.lastActivity }
    }

    private func entries(_ reply: RedisReply) throws -> [SessionLists.Entry] {
        try reply.array().compactMap { SessionLists.Entry(try $0.bytes()) }
    }
}

extension SessionLists.Entry {
    /// Whether the entry is true of a session as it is now.
    func holds(for session: Session?) -> Bool {
        guard let session else { return false }
        return name == nil || session.name.map(SessionLists.folded) == name
    }
}
