import Chat
import Redis
import Search

/// Watches a store and keeps its index up to date.
struct IndexKeeper {
    /// How long changes are gathered, so that a turn is indexed in one go.
    private static let pause = Duration.milliseconds(400)
    /// How long to wait for another program that writes the index.
    private static let politeness = Duration.seconds(1)
    /// How long to wait after a failure, at first and at the most.
    private static let retries = (first: Duration.seconds(1), last: Duration.seconds(60))

    private let store: RedisSessionStore
    private let catalog: IndexCatalog
    private let threshold: Int

    /// Makes a keeper.
    ///
    /// - Parameters:
    ///   - store: What to watch.
    ///   - catalog: What is known of the index.
    ///   - threshold: How many messages make an index worth it.
    init(_ store: RedisSessionStore, _ catalog: IndexCatalog, threshold: Int) {
        self.store = store
        self.catalog = catalog
        self.threshold = threshold
    }

    /// Works until the task is cancelled.
    func run() async {
        var pause = Self.retries.first
        while !Task.isCancelled {
            let start = ContinuousClock.now
            do {
                try await keep()
            } catch {
                await catalog.note(isChecked: false)
                if ContinuousClock.now - start > Self.retries.last { pause = Self.retries.first }
            }
            try? await Task.sleep(for: pause)
            pause = min(pause * 2, Self.retries.last)
        }
    }

    private func keep() async throws {
        // Not every user may watch; then what others change is known after a comparison only.
        let watch = try? await store.pool.watch(prefix: store.keys.sessionPrefix)
        try await withThrowingTaskGroup { group in
            defer { group.cancelAll() }
            if let watch {
                group.addTask {
                    while true { await note(try await watch.next()) }
                }
            }
            group.addTask { try await update(isWatched: watch != nil) }
            try await group.next()
        }
    }

    /// Indexes what has changed, then what changes.
    private func update(isWatched: Bool) async throws {
        var waiting = await catalog.signals().makeAsyncIterator()
        var messages = try await check(isWatched)
        while true {
            try Task.checkCancellation()
            let isThere = try await catalog.current() != nil
            if await !catalog.isChecked { messages = try await check(isWatched) }
            if isThere || messages >= threshold {
                try await catchUp()
            }
            guard await waiting.next() != nil else { return }
            try await Task.sleep(for: Self.pause)
        }
    }

    private func check(_ isWatched: Bool) async throws -> Int {
        let count = try await IndexCheck(store, catalog).run()
        await catalog.note(isChecked: isWatched)
        return count
    }

    private func catchUp() async throws {
        let writer = IndexWriter(store, catalog)
        if await catalog.isDamaged { try await SearchIndex(of: store).removeIndex() }
        while await catalog.dirtyCount > 0 {
            do {
                if try await writer.step() != nil { continue }
            } catch IndexFailure.lostLease {}
            try await Task.sleep(for: Self.politeness)
        }
        try await IndexCompactor(store, catalog).runIfNeeded()
    }

    private func note(_ change: KeyChange) async {
        guard case .keys(let names) = change else { return await catalog.note(isChecked: false) }
        var changed: Set<SessionID> = []
        var counted: Set<SessionID> = []
        for name in names {
            if let id = store.keys.session(ofMessages: name) { changed.insert(id) }
            if let id = store.keys.session(ofOperations: name) { counted.insert(id) }
        }
        // Programs like this one note what they do, and count revisions.
        await catalog.note(changed.intersection(counted), .grown)
        await catalog.note(changed.subtracting(counted), .suspect)
    }
}
