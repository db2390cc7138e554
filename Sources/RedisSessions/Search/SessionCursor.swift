import Chat
import Redis

/// Goes through the sessions, the last used first, then those that the list does not have.
struct SessionCursor: ScanRoute {
    private enum Place {
        /// In the list, behind a score.
        case listed(below: String)
        /// In the names of the keys.
        case unlisted(cursor: String)
        case end
    }

    private let store: RedisSessionStore
    private var place: Place
    private var given: Set<SessionID> = []
    private var waiting: ArraySlice<SessionID>

    /// Begins.
    ///
    /// - Parameters:
    ///   - store: Where the sessions are.
    ///   - only: The sessions to go through, or `nil` for all.
    init(in store: RedisSessionStore, only: [SessionID]?) {
        self.store = store
        place = only == nil ? .listed(below: "+inf") : .end
        waiting = only?[...] ?? []
    }

    /// The next sessions; none at the end.
    ///
    /// One that was used meanwhile stands before the place that was reached; the names of the keys
    /// have it too.
    mutating func ids(_ count: Int) async throws -> [SessionID] {
        while waiting.isEmpty {
            let found: [SessionID]
            switch place {
            case .listed(let score): found = try await listed(below: score, count)
            case .unlisted(let cursor): found = try await unlisted(from: cursor)
            case .end: return []
            }
            waiting = found.filter { given.insert($0).inserted }[...]
        }
        defer { waiting = waiting.dropFirst(count) }
        return Array(waiting.prefix(count))
    }

    /// The next sessions, each as a whole.
    mutating func next(_ count: Int) async throws -> [ScanTarget] {
        try await ids(count).map { ScanTarget(id: $0, part: .ranks(from: 0)) }
    }

    private mutating func listed(below score: String, _ count: Int) async throws -> [SessionID] {
        var count = max(count, 1)
        while true {
            let fields = try await store.pool.execute(
                RedisCommand(
                    "ZRANGE",
                    [
                        RedisArgument(store.keys.activity), RedisArgument(score), "-inf",
                        "BYSCORE", "REV", "LIMIT", "0", RedisArgument(count), "WITHSCORES",
                    ])
            ).array()
            let ids = try stride(from: 0, to: fields.count - 1, by: 2).compactMap {
                SessionID(try fields[$0].text())
            }
            let last = try fields.last?.text()
            if fields.count < 2 * count {
                place = store.keys.isNamespaced ? .end : .unlisted(cursor: "0")
                return ids
            }
            // Where all have the same score, those behind them are not seen without more.
            guard last == score else {
                place = .listed(below: last ?? "-inf")
                return ids
            }
            count *= 2
        }
    }

    private mutating func unlisted(from cursor: String) async throws -> [SessionID] {
        let (names, next) = try await store.keyNames(
            matching: store.keys.everyMessages, from: cursor, looking: 2000)
        place = next.map { .unlisted(cursor: $0) } ?? .end
        return try names.compactMap { store.keys.session(ofMessages: try $0.text()) }
    }
}
