import Chat
import Redis

/// Compares every session with what the index has of it.
struct IndexCheck {
    /// How many sessions are asked for at once.
    private static let batchSize = 500

    private let store: RedisSessionStore
    private let catalog: IndexCatalog

    init(_ store: RedisSessionStore, _ catalog: IndexCatalog) {
        self.store = store
        self.catalog = catalog
    }

    /// Notes in the catalog which sessions have changed.
    ///
    /// - Returns: How many messages there are.
    /// - Throws: A failure of the store, or `CancellationError`.
    @discardableResult
    func run() async throws -> Int {
        let states = try await catalog.current()?.states ?? [:]
        var missing = Set(states.keys)
        var messages = 0
        var cursor = SessionCursor(in: store, only: nil)
        while true {
            try Task.checkCancellation()
            let ids = try await cursor.ids(Self.batchSize)
            guard !ids.isEmpty else { break }
            let replies = try await store.pool.pipeline(
                ids.flatMap { IndexProbe.commands($0, states[$0], store.keys) })
            var changed: [Dirt: [SessionID]] = [:]
            for (index, id) in ids.enumerated() {
                let start = index * IndexProbe.size
                let probe = IndexProbe(replies[start..<start + IndexProbe.size])
                messages += probe.count
                guard probe.count > 0 else { continue }
                missing.remove(id)
                guard let state = states[id] else {
                    changed[.grown, default: []].append(id)
                    continue
                }
                guard !probe.equals(state) else { continue }
                changed[probe.continues(state) ? .grown : .suspect, default: []].append(id)
            }
            for (dirt, ids) in changed { await catalog.note(ids, dirt) }
        }
        await catalog.note(missing, .suspect)
        return messages
    }
}
