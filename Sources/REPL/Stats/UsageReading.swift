import Chat

/// Reads sessions for their statistics, page by page: however many they are, little of them is in
/// memory.
struct UsageReading {
    private static let page = 500

    private let store: any SessionStore

    /// Reads from a store.
    init(_ store: any SessionStore) {
        self.store = store
    }

    /// The statistics of all sessions.
    ///
    /// - Parameter progress: Is told how many sessions were read.
    /// - Returns: The statistics.
    /// - Throws: An error of the store, or a cancellation.
    func all(progress: (Int) -> Void) async throws -> UsageStatistics {
        var statistics = UsageStatistics()
        var pages = SessionPages(of: store)
        while let sessions = try await pages.next() {
            let sizes = try await store.sizes(of: sessions.map(\.id))
            for session in sessions {
                try await add(session, bytes: sizes[session.id], to: &statistics)
                progress(statistics.sessionCount)
            }
        }
        return statistics
    }

    /// The statistics of one session.
    ///
    /// - Throws: An error of the store, or a cancellation.
    func one(_ session: Session) async throws -> UsageStatistics {
        var statistics = UsageStatistics()
        let sizes = try await store.sizes(of: [session.id])
        try await add(session, bytes: sizes[session.id], to: &statistics)
        return statistics
    }

    /// A session that is deleted meanwhile counts as far as it was read.
    private func add(
        _ session: Session, bytes: Int?, to statistics: inout UsageStatistics
    ) async throws {
        statistics.add(session, bytes: bytes)
        var position = 0
        while position < session.messageCount {
            try Task.checkCancellation()
            let range = position..<position + Self.page
            let messages: [StoredMessage]
            do {
                messages = try await store.history(of: session.id, .positions(range)).messages
            } catch let error as ChatError where error.kind == .notFound {
                return
            }
            guard !messages.isEmpty else { return }
            for message in messages { statistics.add(message) }
            position += messages.count
        }
    }
}
