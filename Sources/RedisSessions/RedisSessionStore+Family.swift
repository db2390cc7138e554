public import Chat
import Redis

extension RedisSessionStore {
    /// As many sessions as a family is read with; nobody looks at more.
    private static let largestFamily = 10_000

    /// Reads a session with all that it was branched from and all that was branched from those.
    ///
    /// It takes a round trip for each generation and two for each depth of branches.
    public func family(of id: SessionID) async throws -> [Session] {
        guard var first = try await sessions([id]).first else {
            throw ChatError.sessionNotFound(id)
        }
        var seen: Set<SessionID> = [id]
        while let parent = first.parent, seen.insert(parent).inserted,
            let session = try await sessions([parent]).first
        {
            first = session
        }
        var family = [first]
        var generation = [first]
        while !generation.isEmpty, family.count < Self.largestFamily {
            let known = Set(family.map(\.id))
            generation = try await branches(of: generation).filter { !known.contains($0.id) }
            family += generation
        }
        return family
    }

    /// The branches of some sessions, those of each by the time of their making.
    private func branches(of parents: [Session]) async throws -> [Session] {
        let replies = try await pool.pipeline(parents.map { lists.branches(of: $0.id) })
        var listed: [(parent: SessionID, branch: SessionID)] = []
        for (parent, reply) in zip(parents, replies) {
            for member in try reply.array() {
                let text = try member.text().drop { $0 != "\0" }.dropFirst()
                if let id = SessionID(text) { listed.append((parent.id, id)) }
            }
        }
        let found = Dictionary(
            uniqueKeysWithValues: try await sessions(listed.map(\.branch)).map { ($0.id, $0) })
        let stale = listed.filter { found[$0.branch]?.parent != $0.parent }
        if !stale.isEmpty {
            _ = try? await pool.pipeline(
                stale.map { lists.dropBranches([$0.branch], of: $0.parent) })
        }
        return listed.compactMap { entry in
            found[entry.branch].flatMap { $0.parent == entry.parent ? $0 : nil }
        }.sorted { $0.createdAt < $1.createdAt }
    }
}
