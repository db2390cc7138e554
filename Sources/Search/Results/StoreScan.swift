import BlockingIO
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
///
/// The texts are looked at on a thread that is left behind when the search is cancelled, as a
/// regular expression may take for ever.
private actor StoreReading: HitSource {
    private static let pageSize = 100

    private let request: SearchRequest
    private let store: any SessionStore
    private var counted: ReadStatistics
    private var waiting: [SessionID]
    private var offset: Int?

    init(_ request: SearchRequest, in store: any SessionStore) throws(SearchQueryError) {
        self.request = request
        self.store = store
        // What is wrong with the query is said before anything is read.
        _ = try MessageMatcher(request.query)
        counted = ReadStatistics(terms: request.query.text.terms.count)
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
        let hits = try await hits(in: history, without: await copies(in: history))
        guard !hits.isEmpty else { return nil }
        let limit = request.limitPerSession ?? .max
        return SessionHits(
            session: history.session, hits: Array(hits.prefix(limit)),
            hasMore: hits.count > limit)
    }

    /// The hits in a session, or those that were found until the search was cancelled.
    private func hits(
        in history: History, without copies: Set<[UInt8]>
    ) async throws -> [SearchHit] {
        let reading = Handover<MessageReader.Reading>(label: "search") {
            [query = request.query] handover in
            guard let reader = try? MessageReader(query) else { return }
            for index in history.messages.indices.reversed() {
                guard handover.isWanted else { return }
                let stored = history.messages[index]
                handover.give(reader.read(stored, index, isCopy: copies.contains(stored.member)))
            }
        }
        var hits: [SearchHit] = []
        do {
            while true {
                let read = try await reading.take()
                if read.isEmpty { return hits }
                counted.messages += read.count
                for term in read.flatMap(\.terms) { counted.frequencies[term] += 1 }
                hits += read.compactMap(\.hit)
            }
        } catch is CancellationError where !hits.isEmpty {
            return hits
        }
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

/// Looks at one message after the other.
private struct MessageReader {
    /// What is in a message.
    struct Reading: Sendable {
        /// The message, where it is looked for.
        let hit: SearchHit?
        /// Which of the terms it has.
        let terms: [Int]
    }

    private let matcher: MessageMatcher
    private let terms: [MessageMatcher]
    private let rank: TermRank

    init(_ query: SearchQuery) throws(SearchQueryError) {
        matcher = try MessageMatcher(query)
        var terms: [MessageMatcher] = []
        if query.order == .best {
            for term in query.text.terms { terms.append(try MessageMatcher(term)) }
        }
        self.terms = terms
        rank = .even(terms: terms.count)
    }

    func read(_ stored: StoredMessage, _ index: Int, isCopy: Bool) -> Reading {
        guard let message = stored.message else { return Reading(hit: nil, terms: []) }
        let found = terms.indices.filter { terms[$0].match(text: message.content) != nil }
        let match = isCopy ? nil : matcher.match(message, timestamp: stored.timestamp)
        let hit = match.map { match in
            SearchHit(
                message: stored, index: index, match: match,
                score: rank.score(of: match))
        }
        return Reading(hit: hit, terms: found)
    }
}
