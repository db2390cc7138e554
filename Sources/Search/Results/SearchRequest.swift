public import Chat

/// A query, and what is known where it is asked.
public struct SearchRequest: Hashable, Sendable {
    /// What to look for.
    public var query: SearchQuery
    /// The sessions that the query's scope means, or `nil` for all that there are.
    public var sessions: [SessionID]?
    /// How many hits to give at the most.
    public var limit: Int?
    /// How many hits to give of one session at the most.
    public var limitPerSession: Int?

    /// Makes a request.
    public init(
        _ query: SearchQuery, in sessions: [SessionID]? = nil, limit: Int? = nil,
        limitPerSession: Int? = nil
    ) {
        self.query = query
        self.sessions = sessions
        self.limit = limit
        self.limitPerSession = limitPerSession
    }

    /// Whether a branch's copy of a message of its parent is left to the parent.
    package var leavesCopiesToParents: Bool { query.scope == .everything }
}
