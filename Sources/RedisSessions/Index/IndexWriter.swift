import Chat
import Redis
import Search

/// Writes what changed into the index, some sessions at a time.
///
/// Everything is done so that a program that breaks off leaves the index right: numbers are given
/// with the rows, postings only ever point at such, and a session counts as indexed at the very
/// end.
struct IndexWriter {
    /// About how many messages are indexed in one go.
    private static let batchSize = 4000
    /// How many sessions are compared in one go at the most.
    private static let mostSessions = 1000

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
        let numbers = SessionNumbers(store)
        let planner = IndexUpdatePlanner(store)
        let dirty = await catalog.dirty(Self.mostSessions)
        let rows = snapshot.documents(of: dirty.filter { $0.dirt == .suspect }.map(\.id))
        var updates: [(IndexUpdate, stamp: Int)] = []
        var size = 0
        for (id, dirt, stamp) in dirty {
            try Task.checkCancellation()
            let update = try await planner.update(
                of: id, dirt, rows: rows[id] ?? [], number: { try await numbers.next() })
            updates.append((update, stamp))
            size += update.arrivals.count
            if size >= Self.batchSize { break }
        }
        let batch = IndexBatch(updates.map(\.0), first: snapshot.nextDocument)
        try await batch.write(to: store, with: lease)
        try await commit(updates, with: lease)
        return size
    }

    /// Makes an empty index where there is none.
    private func found() async throws {
        _ = try await store.pool.execute(
            RedisCommand(
                "HSETNX",
                [RedisArgument(store.keys.index.meta), "epoch", RedisArgument(TurnID.random().text)]
            ))
    }

    private func commit(_ updates: [(IndexUpdate, stamp: Int)], with lease: IndexLease) async throws
    {
        guard !updates.isEmpty else { return }
        let done = try await store.pool.run(
            IndexScripts.commit,
            keys: [store.keys.index.lease, store.keys.index.sessions],
            arguments: [lease.token]
                + updates.flatMap { update, _ in
                    [update.id.text, update.before, update.after?.text ?? ""]
                        .map { RedisArgument($0) }
                }
        ).array()
        for ((update, stamp), done) in zip(updates, done) where try done.integer() == 1 {
            await catalog.forget(update.departures)
            await catalog.settle(update.id, update.after, since: update.isWhole ? stamp : nil)
        }
    }
}

/// Gives numbers to sessions; taken in bulk, as the store has to be asked for them.
private actor SessionNumbers {
    private static let bulk = 200

    private let store: RedisSessionStore
    private var free: Range<UInt32> = 0..<0

    init(_ store: RedisSessionStore) {
        self.store = store
    }

    func next() async throws -> UInt32 {
        if free.isEmpty {
            let last = try await store.pool.execute(
                RedisCommand(
                    "HINCRBY",
                    [
                        RedisArgument(store.keys.index.meta), "sessions",
                        RedisArgument(Self.bulk),
                    ])
            ).integer()
            free = UInt32(last - Self.bulk + 1)..<UInt32(last + 1)
        }
        defer { free = free.dropFirst().startIndex..<free.upperBound }
        return free.lowerBound
    }
}
