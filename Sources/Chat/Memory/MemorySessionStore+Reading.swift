extension MemorySessionStore {
    /// Reads a session and some of its messages, oldest first.
    public func history(of id: SessionID, _ range: HistoryRange) async throws -> History {
        let now = clock()
        let session = try database.session(id, at: now)
        let count = session.messages.count
        let positions =
            switch range {
            case .all: 0..<count
            case .last(let limit): max(0, count - max(0, limit))..<count
            case .positions(let range): range
            }
        return History(
            session: session.value(at: now), messages: session.numbered(positions),
            drafts: session.drafts.mapValues(\.owner))
    }

    /// Reads images that messages of a session refer to, by their digests.
    public func images(
        _ digests: Set<String>, of id: SessionID
    ) async throws -> [String: [UInt8]] {
        try database.session(id, at: clock()).images.filter { digests.contains($0.key) }
    }

    /// Lists sessions, the last used first.
    public func list(offset: Int, limit: Int) async throws -> SessionPage {
        let all = sessions()
        guard offset >= 0, limit > 0 else { return SessionPage(sessions: [], total: all.count) }
        return SessionPage(
            sessions: Array(all.dropFirst(offset).prefix(limit)), total: all.count)
    }

    /// Finds sessions by id, by a prefix of at least four characters of an id, or by name.
    public func find(_ reference: String) async throws -> [Session] {
        guard !reference.isEmpty else { return [] }
        let all = sessions()
        let exact = all.filter { $0.id.text == reference }
        if !exact.isEmpty { return exact }
        let named = all.filter { $0.name?.lowercased() == reference.lowercased() }
        if !named.isEmpty || reference.utf8.count < 4 { return named }
        return all.filter { $0.id.text.hasPrefix(reference) }
    }

    /// Reads a session with all that it was branched from and all that was branched from those.
    public func family(of id: SessionID) async throws -> [Session] {
        let now = clock()
        let byID = Dictionary(
            uniqueKeysWithValues: sessions().map { ($0.id, $0) })
        var first = try database.session(id, at: now).value(at: now)
        while let parent = first.parent.flatMap({ byID[$0] }) { first = parent }
        var family = [first]
        var next = 0
        while next < family.count {
            let parent = family[next].id
            family += byID.values.filter { $0.parent == parent }
                .sorted { $0.createdAt < $1.createdAt }
            next += 1
        }
        return family
    }

    /// The sessions that are there now, the last used first.
    private func sessions() -> [Session] {
        let now = clock()
        return database.all(at: now).map { $0.value(at: now) }
            .sorted { $0.lastActivity > $1.lastActivity }
    }
}
