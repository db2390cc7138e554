import Chat
import Redis
import Search

/// Compares the vectors of all sessions with a question, and reads the messages that are most
/// like it.
struct VectorSearch {
    /// How many sessions are asked for at once.
    private static let chunkSize = 64
    /// How many chunks are under way at once: one is compared while the next one comes.
    private static let readers = 2
    /// As many messages are kept for each one that is wanted, as filters may leave some out.
    private static let reserve = 4
    private static let leastKept = 200
    /// As many are kept where a filter looks at what only the messages themselves say.
    private static let keptForFilters = 2000

    private let request: SearchRequest
    private let store: RedisSessionStore

    init(_ request: SearchRequest, in store: RedisSessionStore) {
        var request = request
        // What the messages are like takes the place of their words.
        request.query.text = .words(required: [])
        request.query.order = .newest
        self.request = request
        self.store = store
    }

    /// The hits, the session with the best one first.
    func hits(of question: QuestionVector, _ model: String) async throws -> [SessionHits] {
        let best = try await best(for: question, model).messages()
        let route = RecallRoute(best, wanted: request.limit ?? .max)
        var all = request
        all.limit = nil
        let scan = try MessageScan(all, along: route, in: store)
        let places = Dictionary(uniqueKeysWithValues: best.map { ($0.place, $0) })
        var found: [SessionHits] = []
        while let group = try await scan.next() {
            found.append(
                SessionHits(
                    session: group.session,
                    hits: group.hits.compactMap { weighed($0, places) }))
        }
        return RankFusion.fuse([found], limit: request.limit)
    }

    /// A hit with its likeness; `nil` for a message that stands where another one was.
    private func weighed(
        _ hit: SearchHit, _ places: [MessagePlace: BestPassages.Message]
    ) -> SearchHit? {
        let place = MessagePlace(
            timestamp: hit.message.timestamp, print: DocumentTable.print(of: hit.message.member))
        guard let message = places[place] else { return nil }
        return SearchHit(
            message: hit.message, index: hit.index,
            match: MessageMatch.of(passage: message.passage), score: Double(message.likeness))
    }

    private func best(
        for question: QuestionVector, _ model: String
    ) async throws -> BestPassages {
        let chunks = try await sessions().chunks(of: Self.chunkSize)
        let limit = kept
        return try await withThrowingTaskGroup(of: BestPassages.self) { group in
            for reader in 0..<Self.readers {
                group.addTask {
                    var best = BestPassages(limit: limit)
                    for chunk in stride(from: reader, to: chunks.count, by: Self.readers) {
                        try await rank(chunks[chunk], by: question, model, into: &best)
                    }
                    return best
                }
            }
            var all = BestPassages(limit: limit)
            for try await best in group { all.add(best) }
            return all
        }
    }

    /// How many messages are kept while vectors are compared.
    private var kept: Int {
        let query = request.query
        if query.model != nil || query.session != nil || query.hasCode {
            return Self.keptForFilters
        }
        return max(Self.leastKept, (request.limit ?? 0) * Self.reserve)
    }

    private func rank(
        _ ids: ArraySlice<SessionID>, by question: QuestionVector, _ model: String,
        into best: inout BestPassages
    ) async throws {
        try Task.checkCancellation()
        let replies = try await store.pool.pipeline(
            ids.map { RedisCommand("GET", [RedisArgument(store.keys.vectors($0))]) })
        for (id, reply) in zip(ids, replies) {
            guard case .bytes(let bytes) = reply else { continue }
            VectorBlob(bytes, of: model)?
                .rank(by: question, request.query, in: id, into: &best)
        }
    }

    /// The sessions that are looked at.
    private func sessions() async throws -> [SessionID] {
        if let only = request.sessions { return only }
        return try await store.pool.execute(
            RedisCommand("ZRANGE", [RedisArgument(store.keys.activity), "0", "-1"])
        ).array().compactMap { SessionID(try $0.text()) }
    }
}

/// Reads the messages that are like a question, the one that is most like it first.
struct RecallRoute: ScanRoute {
    let statistics: ReadStatistics? = ReadStatistics(terms: 0)
    private var waiting: ArraySlice<BestPassages.Message>
    private let wanted: Int
    private var found = 0

    /// Makes a route.
    ///
    /// - Parameters:
    ///   - messages: The messages in their order.
    ///   - wanted: With so many hits enough was read.
    init(_ messages: [BestPassages.Message], wanted: Int) {
        waiting = messages[...]
        self.wanted = wanted
    }

    mutating func note(found: Int) { self.found = found }

    mutating func next(_ count: Int) async throws -> [ScanTarget] {
        guard found < wanted else { return [] }
        let some = waiting.prefix(min(count, max(16, min(wanted, 500))))
        waiting = waiting.dropFirst(some.count)
        var moments: [SessionID: [Timestamp]] = [:]
        for message in some {
            for session in message.sessions {
                moments[session, default: []].append(message.place.timestamp)
            }
        }
        return moments.map { ScanTarget(id: $0.key, part: .moments($0.value)) }
    }
}

extension Array {
    /// The elements in parts of a size.
    fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0...].prefix(size) }
    }
}
