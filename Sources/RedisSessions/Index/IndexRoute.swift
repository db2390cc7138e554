import Chat
import Redis
import Search

/// The messages that the index has for a query, and those that it does not know.
///
/// The sessions that have changed since they were indexed come first where the best answers are
/// wanted; where the newest are, all sessions come in their order.
struct IndexRoute: ScanRoute {
    /// So many hits more than are wanted are read, as the index weighs them roughly.
    private static func reserve(_ limit: Int) -> Int { max(8, limit / 2) }

    let statistics: ReadStatistics?
    private var waiting: ArraySlice<ScanTarget>
    private var ranked: RankedDocuments?
    private var given: Set<Moment> = []
    private var found = 0
    private let wanted: Int
    private let snapshot: IndexSnapshot
    private let only: Set<SessionID>?

    private struct Moment: Hashable {
        let session: SessionID
        let timestamp: Timestamp
    }

    /// A route that begins with the best answers.
    ///
    /// - Parameters:
    ///   - ranked: The messages that the index has.
    ///   - unknown: What else has to be read.
    ///   - statistics: How many messages there are and have each term.
    ///   - request: What is looked for.
    ///   - snapshot: What is known of the index.
    init(
        best ranked: RankedDocuments, unknown: [ScanTarget], _ statistics: ReadStatistics,
        for request: SearchRequest, _ snapshot: IndexSnapshot
    ) {
        self.statistics = statistics
        self.ranked = ranked
        self.snapshot = snapshot
        waiting = unknown[...]
        only = request.sessions.map(Set.init)
        wanted = request.limit.map { $0 + Self.reserve($0) } ?? .max
    }

    /// A route through sessions in a given order.
    init(newest targets: [ScanTarget], _ snapshot: IndexSnapshot) {
        statistics = nil
        self.snapshot = snapshot
        waiting = targets[...]
        (only, wanted) = (nil, .max)
    }

    mutating func note(found: Int) { self.found = found }

    mutating func next(_ count: Int) async throws -> [ScanTarget] {
        if !waiting.isEmpty {
            defer { waiting = waiting.dropFirst(count) }
            return Array(waiting.prefix(count))
        }
        while ranked != nil, found < wanted {
            let documents = ranked?.next(min(max(wanted, 32), 500)) ?? []
            guard !documents.isEmpty else { break }
            let targets = documents.compactMap { target($0) }
            if !targets.isEmpty { return targets }
        }
        return []
    }

    private mutating func target(_ document: UInt32) -> ScanTarget? {
        guard let (id, row) = snapshot.place(of: document), only?.contains(id) ?? true,
            given.insert(Moment(session: id, timestamp: row.timestamp)).inserted
        else { return nil }
        return ScanTarget(id: id, part: .moments([row.timestamp]))
    }
}
