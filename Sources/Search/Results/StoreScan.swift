public import Chat

/// Finds messages in any store by reading and decoding them all.
///
/// It is slow and plain: what a faster search finds is what this one finds.
public struct StoreScan: MessageSearch {
    private let store: any SessionStore

    /// Makes a search in a store.
    public init(_ store: any SessionStore) {
        self.store = store
    }

    /// Finds messages by reading them all, the sessions used last first.
    public func search(_ request: SearchRequest) -> SearchResults {
        request.results { [store] in try StoreReading(request, in: store) }
    }
}

/// Reads session after session.
private actor StoreReading: HitSource {
    private static let pageSize = 100

    private let request: SearchRequest
    private let store: any SessionStore
    private let matcher: MessageMatcher
    private let terms: [MessageMatcher]
    private var counted: ReadStatistics
    private var waiting: [SessionID]
    private var offset: Int?

    init(_ request: SearchRequest, in store: any SessionStore) throws(SearchQueryError) {
        self.request = request
        self.store = store
        matcher = try MessageMatcher(request.query)
        let queries = request.query.text.terms
        var terms: [MessageMatcher] = []
        for query in queries { terms.append(try MessageMatcher(query)) }
        self.terms = terms
        counted = ReadStatistics(terms: queries.count)
        waiting = request.sessions ?? []
        offset = request.sessions == nil ? 0 : nil
    }

    func statistics() -> ReadStatistics { counted }

    func next() async throws -> SessionHits? {
        while true {
            try Task.checkCancellation()
            if waiting.isEmpty, let start = offset {
                let page = try await store.list(offset: start, limit: Self.pageSize)
                waiting = page.sessions.map(\.id)
                offset = waiting.isEmpty ? nil : start + Self.pageSize
            }
            guard !waiting.isEmpty else { return nil }
            if let hits = try await hits(in: waiting.removeFirst()) { return hits }
        }
    }

    private func hits(in id: SessionID) async throws -> SessionHits? {
        // It may have gone since it was listed.
        guard let history = try? await store.history(of: id, .all),
            request.query.admits(sessionName: history.session.name)
        else { return nil }
        counted.messages += history.messages.count
        let copies = await copies(in: history)
        let hits = history.messages.indices.reversed().compactMap { index in
            hit(history.messages[index], index, copies)
        }
        guard !hits.isEmpty else { return nil }
        let limit = request.limitPerSession ?? .max
        return SessionHits(
            session: history.session, hits: Array(hits.prefix(limit)),
            hasMore: hits.count > limit)
    }

    private func hit(
        _ stored: StoredMessage, _ index: Int, _ copies: Set<[UInt8]>
    ) -> SearchHit? {
        guard let message = stored.message else { return nil }
        for (number, term) in terms.enumerated() where term.match(text: message.content) != nil {
            counted.frequencies[number] += 1
        }
        guard !copies.contains(stored.member),
            let match = matcher.match(message, timestamp: stored.timestamp)
        else { return nil }
        return SearchHit(
            message: stored, index: index, match: match,
            score: TermRank.even(match, terms: terms.count))
    }

    /// The messages that the session has of its parent.
    private func copies(in history: History) async -> Set<[UInt8]> {
        guard request.leavesCopiesToParents, let id = history.session.parent,
            let parent = try? await store.history(of: id, .all)
        else { return [] }
        let known = Set(parent.messages.map { Place($0) })
        return Set(history.messages.filter { known.contains(Place($0)) }.map(\.member))
    }

    private struct Place: Hashable {
        let timestamp: Timestamp
        let member: [UInt8]

        init(_ message: StoredMessage) {
            timestamp = message.timestamp
            member = message.member
        }
    }
}
