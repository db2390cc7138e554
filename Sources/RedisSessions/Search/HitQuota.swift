import Chat
import Search

/// How many more hits of each session are wanted.
struct HitQuota {
    private let limitPerSession: Int?
    /// The sessions of which no more are wanted.
    private(set) var full: Set<SessionID> = []
    private var counts: [SessionID: Int] = [:]

    /// Wants so many of each session, or all.
    init(limitPerSession: Int?) {
        self.limitPerSession = limitPerSession
    }

    /// Takes as many as are wanted; `nil` where that is none, and it was said that there are more.
    mutating func admit(_ found: SessionHits) -> SessionHits? {
        guard let limitPerSession else { return found }
        let id = found.session.id
        guard !found.hits.isEmpty, !full.contains(id) else { return nil }
        let wanted = limitPerSession - (counts[id] ?? 0)
        guard found.hits.count > wanted else {
            counts[id, default: 0] += found.hits.count
            return found
        }
        full.insert(id)
        return SessionHits(
            session: found.session, hits: Array(found.hits.prefix(wanted)), hasMore: true)
    }
}
