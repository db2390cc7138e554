import Chat
import Redis
import Search

/// Writes what changed into the index, some sessions at a time.
///
/// Everything is done so that a program that breaks off leaves the index right: numbers are given
/// with the rows, postings only ever point at such, and a session counts as indexed at the very
/// end.
struct IndexWriter {
    /// About how many messages are indexed in one go: the more, the fewer terms are written twice.
    private static let batchSize = 16_000
    /// How many sessions are compared in one go at the most.
    private static let mostSessions = 2000

    private let store: RedisSessionStore
    private let catalog: IndexCatalog

    init(_ store: RedisSessionStore, _ catalog: IndexCatalog) {
        self.store = store
        self.catalog = catalog
    }

    /// Brings some of the changed sessions up to date.
    ///
    /// - Returns: How many messages were added; `nil` where another program writes the index now.
    /// - Throws: A failure of the store, or ``IndexFailure``.
    func step() async throws -> Int? {
        guard let lease = try await IndexLease.take(in: store) else { return nil }
        do {
            let count = try await write(with: lease)
            await lease.giveBack()
            return count
        } catch {
            await lease.giveBack()
            throw error
        }
    }

    private func write(with lease: IndexLease) async throws -> Int {
        try await found()
        guard let snapshot = try await catalog.current() else { throw IndexFailure.damaged }
        let updates = try await IndexUpdatePlanner(store, snapshot).updates(
            of: await catalog.dirty(Self.mostSessions), most: Self.batchSize)
        try await IndexBatch(updates, first: snapshot.nextDocument).write(to: store, with: lease)
        try await commit(updates, with: lease)
        return updates.reduce(0) { $0 + $1.arrivals.count }
    }

    /// Makes an empty index where there is none.
    private func found() async throws {
        _ = try await store.pool.execute(
            RedisCommand(
                "HSETNX",
                [
                    RedisArgument(store.keys.index.meta), "epoch",
                    RedisArgument(TurnID.random().text),
                ]
            ))
    }

    private func commit(_ updates: [IndexUpdate], with lease: IndexLease) async throws {
        guard !updates.isEmpty else { return }
        let done = try await store.pool.run(
            IndexScripts.commit,
            keys: [store.keys.index.lease, store.keys.index.sessions],
            arguments: [lease.token]
                + updates.flatMap { update in
                    [update.id.text, update.before, update.after?.text ?? ""]
                        .map { RedisArgument($0) }
                }
        ).array()
        for (update, done) in zip(updates, done) where try done.integer() == 1 {
            await catalog.forget(update.departures)
            await catalog.settle(
                update.id, update.after, since: update.isWhole ? update.stamp : nil)
        }
    }
}
