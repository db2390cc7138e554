import BlockingIO
import Chat
import Redis
import Search

/// Reads messages in batches, and gives those that are looked for.
///
/// The words are looked for in the stored bytes; only what may be a hit is decoded. While one batch
/// is looked through, the next one is on its way. A regular expression may take for ever for one
/// message, and is looked for on a thread that is left behind when the search is cancelled.
actor MessageScan: HitSource {
    private let request: SearchRequest
    private let store: RedisSessionStore
    private let reader: BatchReader
    private let termFilters: [RawFilter]
    private let planner: ScanPlanner
    private let resolver: HitResolver
    private var counted: ReadStatistics
    private let isWeighed: Bool
    private var foundCount = 0
    private var pending: Task<ScanBatch?, any Error>?
    private var matching: Handover<HitCandidate>?
    private var found: ArraySlice<SessionHits> = []
    private var quota: HitQuota

    /// Prepares a scan.
    ///
    /// - Parameters:
    ///   - request: What to look for.
    ///   - route: What to read; all messages of all sessions where there is none.
    ///   - store: Where.
    /// - Throws: A ``SearchQueryError`` for a regular expression that is none.
    init(
        _ request: SearchRequest, along route: (any ScanRoute)? = nil, in store: RedisSessionStore
    ) throws(SearchQueryError) {
        let route = route ?? SessionCursor(in: store, only: request.sessions)
        self.request = request
        self.store = store
        reader = try BatchReader(request.query)
        let terms = request.query.text.terms
        let counts = request.query.order == .best && route.statistics == nil
        termFilters = counts ? terms.map(RawFilter.init) : []
        counted = route.statistics ?? ReadStatistics(terms: terms.count)
        isWeighed = route.statistics != nil
        planner = ScanPlanner(request, along: route, in: store)
        resolver = HitResolver(request, in: store)
        quota = HitQuota(limitPerSession: request.limitPerSession)
    }

    deinit {
        pending?.cancel()
        matching?.giveUp()
    }

    func statistics() -> ReadStatistics { counted }

    func next() async throws -> SessionHits? {
        while true {
            if let first = found.popFirst() { return first }
            try Task.checkCancellation()
            guard let candidates = try await nextCandidates() else { return nil }
            let hits = try await resolver.resolve(candidates)
            found = hits.compactMap { quota.admit($0) }[...]
            foundCount += found.reduce(0) { $0 + $1.hits.count }
            await planner.note(found: foundCount, without: quota.full)
        }
    }

    /// What may be a hit, which may be nothing for now; `nil` when everything was read.
    private func nextCandidates() async throws -> [HitCandidate]? {
        if let matching {
            let candidates = try await matching.take()
            guard candidates.isEmpty else { return candidates }
            self.matching = nil
        }
        guard let batch = try await nextBatch() else { return nil }
        count(batch)
        var candidates: [HitCandidate] = []
        if case .pattern = request.query.text {
            matching = Handover(label: "search") { [query = request.query] handover in
                try? BatchReader(query).read(batch, while: { handover.isWanted }, handover.give)
            }
        } else {
            reader.read(batch, while: { true }, { candidates.append($0) })
        }
        return candidates
    }

    private func nextBatch() async throws -> ScanBatch? {
        let reading = pending ?? read()
        pending = nil
        let batch = try await withTaskCancellationHandler {
            try await reading.value
        } onCancel: {
            reading.cancel()
        }
        // What is weighed is read only as long as more hits are wanted.
        if batch != nil, !isWeighed { pending = read() }
        return batch
    }

    private func read() -> Task<ScanBatch?, any Error> {
        Task { [planner] in try await planner.nextBatch() }
    }

    private func count(_ batch: ScanBatch) {
        guard !isWeighed else { return }
        for (_, members) in batch.parts {
            counted.messages += members.count
            for (index, filter) in termFilters.enumerated() {
                counted.frequencies[index] += members.count { filter.mayMatch($0) }
            }
        }
    }
}
