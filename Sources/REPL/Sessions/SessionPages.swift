import Chat

/// The sessions of a store, page after page, the last used first.
struct SessionPages {
    private static let size = 1000

    private let store: any SessionStore
    private var offset = 0
    private var isAtEnd = false
    private var previous: Set<SessionID> = []

    /// Begins with the session that was used last.
    init(of store: any SessionStore) {
        self.store = store
    }

    /// The next page, which may be empty where sessions have expired, or `nil` behind the last.
    ///
    /// A session that was used meanwhile pushes others to the next page; they come once.
    mutating func next() async throws -> [Session]? {
        guard !isAtEnd else { return nil }
        try Task.checkCancellation()
        let page = try await store.list(offset: offset, limit: Self.size)
        // The total leaves out what is missing in this page, but not what may be in others.
        isAtEnd = offset + page.sessions.count >= page.total
        offset += Self.size
        let new = page.sessions.filter { !previous.contains($0.id) }
        previous = Set(page.sessions.map(\.id))
        return new
    }
}
