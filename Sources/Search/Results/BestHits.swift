import Chat

/// Keeps the hits that answer best.
struct BestHits {
    /// So many times the hits that are wanted are kept, as the weights of the terms are known at
    /// the end only.
    private static let reserve = 4

    private struct Entry {
        var hit: SearchHit
        let session: Session
        let hasMore: Bool
    }

    private let limit: Int?
    private var entries: [Entry] = []
    private var count = 0
    private var words = 0

    init(limit: Int?) {
        self.limit = limit
    }

    /// Takes hits.
    ///
    /// - Parameters:
    ///   - found: The hits.
    ///   - statistics: What was read so far.
    mutating func add(_ found: SessionHits, _ statistics: ReadStatistics) {
        for hit in found.hits {
            count += 1
            words += hit.match.words
            entries.append(Entry(hit: hit, session: found.session, hasMore: found.hasMore))
        }
        guard let limit, entries.count > 2 * max(64, limit * Self.reserve) else { return }
        sort(statistics)
        entries.removeLast(entries.count - max(64, limit * Self.reserve))
    }

    /// The best hits by session, the session with the best one first.
    mutating func sessions(_ statistics: ReadStatistics) -> [SessionHits] {
        sort(statistics)
        var order: [SessionID] = []
        var groups: [SessionID: SessionHits] = [:]
        for entry in entries.prefix(limit ?? .max) {
            let id = entry.session.id
            if groups[id] == nil { order.append(id) }
            let before = groups[id]?.hits ?? []
            groups[id] = SessionHits(
                session: entry.session, hits: before + [entry.hit], hasMore: entry.hasMore)
        }
        return order.compactMap { groups[$0] }
    }

    private mutating func sort(_ statistics: ReadStatistics) {
        let rank = TermRank(
            frequencies: statistics.frequencies, documents: statistics.messages,
            averageLength: Double(words) / Double(max(count, 1)))
        for index in entries.indices {
            entries[index].hit.score = rank.score(of: entries[index].hit.match)
        }
        entries.sort { left, right in
            let (one, other) = (left.hit, right.hit)
            return (one.score, one.message.timestamp) > (other.score, other.message.timestamp)
        }
    }
}
