import Chat

/// Puts what several searches found into one order, by the ranks that each of them gave:
/// reciprocal rank fusion.
package enum RankFusion {
    /// The larger, the less the first ranks count.
    private static let damping = 60.0

    private struct Key: Hashable {
        let session: SessionID
        let timestamp: Timestamp
    }

    private struct Entry {
        let session: Session
        let hit: SearchHit
        var score: Double
    }

    /// The hits of all searches, by session, the session with the best one first.
    ///
    /// - Parameters:
    ///   - searches: What each found. A hit of several is shown as the first one has it.
    ///   - limit: How many hits to give at the most.
    /// - Returns: The hits, whose scores are those of the fusion.
    package static func fuse(_ searches: [[SessionHits]], limit: Int?) -> [SessionHits] {
        var entries: [Key: Entry] = [:]
        for groups in searches {
            let hits = groups.flatMap { group in group.hits.map { (group.session, $0) } }
                .sorted {
                    ($0.1.score, $0.1.message.timestamp) > ($1.1.score, $1.1.message.timestamp)
                }
            for (rank, (session, hit)) in hits.enumerated() {
                let key = Key(session: session.id, timestamp: hit.message.timestamp)
                entries[key, default: Entry(session: session, hit: hit, score: 0)].score +=
                    1 / (damping + Double(rank + 1))
            }
        }
        let best = entries.values.sorted {
            ($0.score, $0.hit.message.timestamp) > ($1.score, $1.hit.message.timestamp)
        }
        return grouped(best.prefix(limit ?? .max))
    }

    private static func grouped(_ entries: some Sequence<Entry>) -> [SessionHits] {
        var order: [SessionID] = []
        var groups: [SessionID: SessionHits] = [:]
        for entry in entries {
            let id = entry.session.id
            if groups[id] == nil { order.append(id) }
            var hit = entry.hit
            hit.score = entry.score
            groups[id, default: SessionHits(session: entry.session, hits: [])].hits.append(hit)
        }
        return order.compactMap { groups[$0] }
    }
}
