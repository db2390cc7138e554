/// What reads the messages of a store, the sessions used last first.
package protocol HitSource: Actor {
    /// The next hits, the newest first, or `nil` when everything was read.
    func next() async throws -> SessionHits?

    /// What was read so far.
    func statistics() async -> ReadStatistics
}

/// How many messages were read, and how many of them have each term.
package struct ReadStatistics: Hashable, Sendable {
    /// The messages.
    package var messages = 0
    /// For each required term, about how many have it.
    package var frequencies: [Int]

    /// Begins to count.
    package init(terms: Int) {
        frequencies = Array(repeating: 0, count: terms)
    }
}

extension SearchRequest {
    /// Gives what a source finds, in the order and up to the number that is asked for.
    package func results(of source: @escaping @Sendable () throws -> any HitSource) -> SearchResults
    {
        let reading = OrderedHits(self, source)
        return SearchResults { try await reading.next() }
    }
}

/// Puts the hits of a source in order, and counts them.
private actor OrderedHits {
    private let request: SearchRequest
    private let makeSource: @Sendable () throws -> any HitSource
    private var source: (any HitSource)?
    private var best: [SessionHits]?
    private var left: Int

    init(_ request: SearchRequest, _ makeSource: @escaping @Sendable () throws -> any HitSource) {
        self.request = request
        self.makeSource = makeSource
        left = request.limit ?? .max
    }

    func next() async throws -> SessionHits? {
        guard left > 0 else { return nil }
        let source = try self.source ?? makeSource()
        self.source = source
        guard request.query.order == .best else {
            guard var found = try await source.next() else { return nil }
            found.hits = Array(found.hits.prefix(left))
            left -= found.hits.count
            return found
        }
        if best == nil { best = try await ranked(source) }
        return best?.isEmpty == false ? best?.removeFirst() : nil
    }

    private func ranked(_ source: any HitSource) async throws -> [SessionHits] {
        var best = BestHits(limit: request.limit)
        while let found = try await source.next() {
            best.add(found, await source.statistics())
        }
        return best.sessions(await source.statistics())
    }
}
