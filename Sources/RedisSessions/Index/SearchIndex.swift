public import Chat
import Redis
public import Search

/// Searches the sessions of a store by way of an index in Redis that all programs share.
///
/// The index holds nothing but numbers: which messages have which words. Each message that is found
/// is read from its session, so that nothing is shown that is not there, and sessions that have
/// changed since they were indexed are read as a whole. Without an index everything is read.
public struct SearchIndex: SearchIndexing {
    /// Reading so many messages takes so long that an index is worth it.
    private static let threshold = 50_000
    /// As many messages that are behind are indexed while somebody waits for a search.
    private static let promptly = 20_000

    private let store: RedisSessionStore
    private let use: IndexUse
    private let catalog: IndexCatalog

    /// Makes a search.
    ///
    /// - Parameters:
    ///   - store: Where the sessions are.
    ///   - use: When to use an index, and to make one.
    public init(of store: RedisSessionStore, use: IndexUse = .auto) {
        self.store = store
        self.use = use
        catalog = IndexCatalog(store)
    }

    /// Finds messages.
    ///
    /// What other programs changed is known after ``settle()``, or while ``keep()`` runs.
    public func search(_ request: SearchRequest) -> SearchResults {
        guard use != .off else { return store.search(request) }
        return request.results { [store, catalog] in
            try IndexedSource(request, in: store, catalog)
        }
    }

    /// Looks for what other programs changed, and indexes some of it.
    public func settle() async throws -> Bool {
        guard use != .off, try await catalog.current() != nil, await !catalog.isChecked else {
            return false
        }
        let known = await catalog.dirtyCount
        try await IndexCheck(store, catalog).run()
        let isNews = await catalog.dirtyCount > known
        // Others may index meanwhile; it is found without it, only not as fast.
        if await catalog.dirtyCount < Self.promptly {
            _ = try? await IndexWriter(store, catalog).step()
        }
        return isNews
    }

    /// Whether all changes are known as they are made.
    package var isChecked: Bool {
        get async { await catalog.isChecked }
    }

    /// Keeps the index up to date until the task is cancelled.
    ///
    /// Where there is none, one is made as soon as there is enough to be searched. Failures of the
    /// store are waited out.
    package func keep() async {
        guard use != .off else { return }
        await IndexKeeper(
            store, catalog, threshold: use == .on ? 0 : Self.threshold
        ).run()
    }

    /// Whether so much is not indexed yet that everything is read.
    public func isBeingMade() async -> Bool {
        await catalog.dirtyCount > IndexedSource.mostDirt
    }

    /// Compares everything with the index and says what that is like.
    public func indexStatus() async throws -> IndexStatus? {
        guard let snapshot = try await catalog.current() else { return nil }
        let messages = try await IndexCheck(store, catalog).run()
        let size = try await IndexSize(store).measure()
        return IndexStatus(
            documents: snapshot.count, terms: size.terms, bytes: size.bytes,
            sessionsBehind: await catalog.dirtyCount, messages: messages)
    }

    /// Throws the index away and makes it anew.
    public func reindex(_ report: @Sendable (_ done: Int, _ all: Int) -> Void) async throws {
        try await removeIndex()
        _ = try await catalog.current()
        let messages = try await IndexCheck(store, catalog).run()
        let writer = IndexWriter(store, catalog)
        var done = 0
        repeat {
            do {
                if let count = try await writer.step() {
                    done += count
                    report(min(done, messages), messages)
                    continue
                }
            } catch IndexFailure.lostLease {
                // This program was held up, as a machine that sleeps does.
            }
            // Another program has begun with it meanwhile.
            try await Task.sleep(for: .milliseconds(200))
        } while await catalog.dirtyCount > 0
    }

    /// Throws the index away; nothing but the time of searches depends on it.
    public func removeIndex() async throws {
        let keys = store.keys.index
        // Without this key there is no index, whatever is left of it.
        _ = try await store.pool.execute(RedisCommand("UNLINK", [RedisArgument(keys.meta)]))
        var cursor: String? = "0"
        while let place = cursor {
            let (names, next) = try await store.keyNames(matching: keys.everything, from: place)
            if !names.isEmpty {
                _ = try await store.pool.execute(
                    RedisCommand("UNLINK", try names.map { RedisArgument(try $0.bytes()) }))
            }
            cursor = next
        }
    }
}
