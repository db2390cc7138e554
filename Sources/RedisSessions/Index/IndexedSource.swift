import Chat
import Redis
import Search

/// Finds hits by way of the index where there is one and it helps, and by reading everything
/// otherwise.
actor IndexedSource: HitSource {
    /// As many messages are read sooner than the index is asked for those that have the words.
    private static let quickScan = 4000.0
    /// Fewer sessions are compared with their states before a search, where nobody watches them.
    private static let quickCheck = 1000
    /// With more sessions in the dirt, everything is read.
    static let mostDirt = 5000

    private let request: SearchRequest
    private let store: RedisSessionStore
    private let catalog: IndexCatalog
    private var scan: MessageScan?

    init(
        _ request: SearchRequest, in store: RedisSessionStore, _ catalog: IndexCatalog
    ) throws(SearchQueryError) {
        self.request = request
        self.store = store
        self.catalog = catalog
        // What is wrong with the query is said before anything is read.
        _ = try MessageMatcher(request.query)
    }

    func statistics() async -> ReadStatistics {
        await scan?.statistics() ?? ReadStatistics(terms: request.query.text.terms.count)
    }

    func next() async throws -> SessionHits? {
        if let scan { return try await scan.next() }
        let made = try MessageScan(request, along: try await route(), in: store)
        scan = made
        return try await made.next()
    }

    /// What to read, or `nil` for everything.
    private func route() async throws -> IndexRoute? {
        guard let query = IndexQuery(request.query.text),
            var snapshot = try await catalog.current()
        else { return nil }
        if !snapshot.isChecked, snapshot.states.count < Self.quickCheck {
            try await IndexCheck(store, catalog).run()
            snapshot = try await catalog.current() ?? snapshot
        }
        guard snapshot.dirt.count <= Self.mostDirt else { return nil }
        do {
            let postings = try await IndexReader(store).postings(of: query)
            return try await route(postings, snapshot)
        } catch is IndexFailure {
            await catalog.noteDamage()
            return nil
        }
    }

    private func route(
        _ postings: [[Postings]], _ snapshot: IndexSnapshot
    ) async throws -> IndexRoute? {
        let words = postings.flatMap(\.self)
        let common = CommonPostings(words)
        let count = snapshot.count
        if request.query.order == .newest {
            guard !isQuick(common.documents.count, of: count) else { return nil }
            let targets = try await unknown(snapshot) + known(common.documents, snapshot)
            return IndexRoute(newest: try await inOrder(targets), snapshot)
        }
        let rank = TermRank(
            frequencies: words.map(\.count), documents: count,
            averageLength: snapshot.averageLength)
        var statistics = ReadStatistics(terms: postings.count)
        statistics.messages = count
        statistics.frequencies = postings.map { $0.map(\.count).min() ?? count }
        return IndexRoute(
            best: RankedDocuments(common, rank) { snapshot.table.length(of: $0) },
            unknown: try await unknown(snapshot), statistics, for: request, snapshot)
    }

    /// Whether reading everything finds enough after few messages.
    private func isQuick(_ candidates: Int, of count: Int) -> Bool {
        let query = request.query
        guard let limit = request.limit, query.role == nil, query.model == nil,
            query.session == nil, query.since == nil, query.before == nil, !query.hasCode,
            request.sessions == nil
        else { return false }
        return Double(limit) * Double(count) < Self.quickScan * Double(candidates)
    }

    /// The moments at which messages with the words were said, by session.
    private func known(_ documents: [UInt32], _ snapshot: IndexSnapshot) -> [ScanTarget] {
        let only = request.sessions.map(Set.init)
        var moments: [SessionID: Set<Timestamp>] = [:]
        for document in documents {
            guard let (id, row) = snapshot.place(of: document), only?.contains(id) ?? true else {
                continue
            }
            moments[id, default: []].insert(row.timestamp)
        }
        return moments.map { ScanTarget(id: $0.key, part: .moments(Array($0.value))) }
    }

    /// What the index does not know of the sessions that have changed.
    private func unknown(_ snapshot: IndexSnapshot) async throws -> [ScanTarget] {
        let only = request.sessions.map(Set.init)
        let ids = snapshot.dirt.keys.filter { only?.contains($0) ?? true }
        let replies = try await store.pool.pipeline(
            ids.flatMap { IndexProbe.commands($0, snapshot.states[$0], store.keys) })
        return ids.enumerated().map { index, id in
            let start = index * IndexProbe.size
            let probe = IndexProbe(replies[start..<start + IndexProbe.size])
            guard snapshot.dirt[id] == .grown, let state = snapshot.states[id],
                probe.continues(state)
            else { return ScanTarget(id: id, part: .ranks(from: 0)) }
            return ScanTarget(id: id, part: .ranks(from: state.count))
        }
    }

    /// Puts the sessions used last first; within one, what was said last.
    private func inOrder(_ targets: [ScanTarget]) async throws -> [ScanTarget] {
        let ids = Array(Set(targets.map(\.id)))
        var places: [SessionID: Double] = [:]
        for (index, id) in (request.sessions ?? []).enumerated() { places[id] = -Double(index) }
        guard request.sessions == nil else { return Self.sorted(targets, by: places) }
        for start in stride(from: 0, to: ids.count, by: 1000) {
            let some = ids[start...].prefix(1000)
            let scores = try await store.pool.execute(
                RedisCommand(
                    "ZMSCORE",
                    [RedisArgument(store.keys.activity)] + some.map { RedisArgument($0.text) })
            ).array()
            for (id, score) in zip(some, scores) {
                places[id] = (try? score.optionalText()).flatMap(\.self).flatMap(Double.init)
            }
        }
        return Self.sorted(targets, by: places)
    }

    private static func sorted(
        _ targets: [ScanTarget], by places: [SessionID: Double]
    ) -> [ScanTarget] {
        targets.sorted { one, other in
            let (left, right) = (places[one.id] ?? -1, places[other.id] ?? -1)
            if left != right { return left > right }
            if one.id != other.id { return one.id.text > other.id.text }
            return one.part.isNewer
        }
    }
}

extension ScanTarget.Part {
    /// Whether it is what came last to a session.
    fileprivate var isNewer: Bool { if case .ranks = self { true } else { false } }
}
