import Chat
import Redis

/// Takes everything out of the index that came from a session which was removed for good.
struct IndexPurge {
    /// How often another program that writes the index is waited for, and how long each time.
    private static let attempts = 100
    private static let pause = Duration.milliseconds(150)

    private let store: RedisSessionStore

    init(_ store: RedisSessionStore) {
        self.store = store
    }

    /// Does it, where there is an index.
    ///
    /// - Throws: An error where another program does not stop to write it.
    func run(_ id: SessionID) async throws {
        guard try await isThere() else { return }
        let catalog = IndexCatalog(store)
        guard try await catalog.current() != nil else { return }
        await catalog.note([id], .suspect)
        for _ in 0..<Self.attempts {
            do {
                if try await IndexWriter(store, catalog).step() != nil,
                    try await IndexCompactor(store, catalog).run()
                {
                    return
                }
            } catch IndexFailure.lostLease {}
            try await Task.sleep(for: Self.pause)
        }
        throw RedisSessionsError.indexInUse
    }

    private func isThere() async throws -> Bool {
        try await store.pool.execute(
            RedisCommand("EXISTS", [RedisArgument(store.keys.index.meta)])
        ).integer() == 1
    }
}
