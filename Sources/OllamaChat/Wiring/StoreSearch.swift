import Chat
import RedisSessions
import Search
import Spool

/// Searches in Redis, or what this program has seen while Redis is away.
struct StoreSearch: MessageSearch {
    private let server: RedisSessionStore
    private let spooled: SpooledStore?

    /// Makes a search.
    ///
    /// - Parameters:
    ///   - server: The store in Redis.
    ///   - spooled: What goes on while that is away, where something does.
    init(_ server: RedisSessionStore, orAway spooled: SpooledStore?) {
        self.server = server
        self.spooled = spooled
    }

    func search(_ request: SearchRequest) -> SearchResults {
        guard let spooled, spooled.status.isAway else { return server.search(request) }
        return StoreScan(spooled).search(request)
    }
}
