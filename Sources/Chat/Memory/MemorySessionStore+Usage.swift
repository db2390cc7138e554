extension MemorySessionStore {
    /// Tells how much memory the sessions take up; this process sets no limit.
    public func usage() async throws -> StoreUsage {
        StoreUsage(memoryUsed: database.all(at: clock()).reduce(0) { $0 + $1.size })
    }

    /// Tells how many bytes sessions take up.
    public func sizes(of ids: [SessionID]) async throws -> [SessionID: Int] {
        let now = clock()
        return ids.reduce(into: [:]) { sizes, id in
            sizes[id] = (try? database.session(id, at: now))?.size
        }
    }

    /// Reads how many tokens models make of texts, as it was learned.
    public func tokenScales() async throws -> [String: Double] { database.tokenScales }

    /// Keeps what was learned of some models.
    public func keep(tokenScales: [String: Double]) async throws {
        database.keep(tokenScales: tokenScales)
    }
}

extension MemorySession {
    /// The bytes of what is said, and of what was; an empty session takes up its place.
    fileprivate var size: Int {
        let texts =
            [session.id.text, session.name ?? ""] + drafts.values.map { $0.text + $0.thinking }
        let kept = messages + shelf.flatMap(\.messages)
        return MemoryLayout<MemorySession>.size + texts.reduce(0) { $0 + $1.utf8.count }
            + kept.reduce(0) { $0 + $1.member.count }
    }
}
