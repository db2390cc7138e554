import Chat
import RedisSessions
import Search
import Spool

/// Searches in Redis, or what this program has seen while Redis is away.
struct StoreSearch: SearchIndexing {
    private let index: SearchIndex
    private let spooled: SpooledStore?

    /// Makes a search.
    ///
    /// - Parameters:
    ///   - index: The search in Redis.
    ///   - spooled: What goes on while that is away, where something does.
    init(_ index: SearchIndex, orAway spooled: SpooledStore?) {
        self.index = index
        self.spooled = spooled
    }

    func search(_ request: SearchRequest) -> SearchResults {
        guard let spooled, spooled.status.isAway else { return index.search(request) }
        return StoreScan(spooled).search(request)
    }

    func settle() async throws -> Bool {
        if let spooled, spooled.status.isAway { return false }
        return try await index.settle()
    }

    func isBeingMade() async -> Bool { await index.isBeingMade() }

    func indexStatus() async throws -> IndexStatus? { try await index.indexStatus() }

    func reindex(_ report: @Sendable (_ done: Int, _ all: Int) -> Void) async throws {
        try await index.reindex(report)
    }

    func removeIndex() async throws { try await index.removeIndex() }
}
