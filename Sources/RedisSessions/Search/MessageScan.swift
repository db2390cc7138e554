import Chat
import Redis
import Search

/// Reads the messages of all sessions in batches, and gives those that are looked for.
///
/// The words are looked for in the stored bytes; only what may be a hit is decoded. While one batch
/// is looked through, the next one is on its way.
actor MessageScan: HitSource {
    private let request: SearchRequest
    private let store: RedisSessionStore
    private let filter: RawFilter
    private let matcher: MessageMatcher
    private let termFilters: [RawFilter]
    private let planner: ScanPlanner
    private let resolver: HitResolver
    private var counted: ReadStatistics
    private var pending: Task<ScanBatch?, any Error>?
    private var found: ArraySlice<SessionHits> = []
    private var quota: HitQuota

    /// Prepares a scan.
    ///
    /// - Throws: A ``SearchQueryError`` for a regular expression that is none.
    init(_ request: SearchRequest, in store: RedisSessionStore) throws(SearchQueryError) {
        self.request = request
        self.store = store
        filter = RawFilter(request.query)
        // The server looks at the time, and knows it better than the text of a message.
        var timeless = request.query
        (timeless.since, timeless.before) = (nil, nil)
        matcher = try MessageMatcher(timeless)
        let terms = request.query.text.terms
        termFilters = request.query.order == .best ? terms.map(RawFilter.init) : []
        counted = ReadStatistics(terms: terms.count)
        planner = ScanPlanner(request, in: store)
        resolver = HitResolver(request, in: store)
        quota = HitQuota(limitPerSession: request.limitPerSession)
    }

    deinit {
        pending?.cancel()
    }

    func statistics() -> ReadStatistics { counted }

    func next() async throws -> SessionHits? {
        while true {
            if let first = found.popFirst() { return first }
            try Task.checkCancellation()
            guard let batch = try await nextBatch() else { return nil }
            let candidates = look(through: batch)
            let hits = try await resolver.resolve(candidates)
            found = hits.compactMap { quota.admit($0) }[...]
            await planner.skip(quota.full)
        }
    }

    private func nextBatch() async throws -> ScanBatch? {
        let reading = pending ?? read()
        pending = nil
        let batch = try await withTaskCancellationHandler {
            try await reading.value
        } onCancel: {
            reading.cancel()
        }
        if batch != nil { pending = read() }
        return batch
    }

    private func read() -> Task<ScanBatch?, any Error> {
        Task { [planner] in try await planner.nextBatch() }
    }

    /// What may be a hit, the newest first within each session.
    private func look(through batch: ScanBatch) -> [HitCandidate] {
        var candidates: [HitCandidate] = []
        for (id, members) in batch.parts {
            counted.messages += members.count
            for member in members.reversed() {
                count(member)
                guard filter.mayMatch(member),
                    let message = JSONText.decode(MessageRecord.self, from: member)?.message,
                    let match = matcher.match(message, timestamp: Timestamp(microseconds: 0))
                else { continue }
                candidates.append(
                    HitCandidate(session: id, member: member, message: message, match: match))
            }
        }
        return candidates
    }

    private func count(_ member: [UInt8]) {
        for (index, filter) in termFilters.enumerated() where filter.mayMatch(member) {
            counted.frequencies[index] += 1
        }
    }
}

/// How many more hits of each session are wanted.
private struct HitQuota {
    let limitPerSession: Int?
    /// The sessions of which no more are wanted.
    private(set) var full: Set<SessionID> = []
    private var counts: [SessionID: Int] = [:]

    init(limitPerSession: Int?) {
        self.limitPerSession = limitPerSession
    }

    /// Takes as many as are wanted; `nil` where that is none.
    mutating func admit(_ found: SessionHits) -> SessionHits? {
        guard let limitPerSession else { return found }
        let id = found.session.id
        let before = counts[id] ?? 0
        let wanted = limitPerSession - before
        guard wanted > 0, !found.hits.isEmpty else { return nil }
        counts[id] = before + found.hits.count
        guard found.hits.count > wanted else { return found }
        full.insert(id)
        return SessionHits(
            session: found.session, hits: Array(found.hits.prefix(wanted)), hasMore: true)
    }
}
