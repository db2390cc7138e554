public import Chat

/// A message that was found.
public struct SearchHit: Hashable, Sendable {
    /// The message, as it was in the store when it was found.
    public let message: StoredMessage
    /// Its place in the session, counted from 0.
    public let index: Int
    /// Where in it the terms are.
    public let match: MessageMatch
    /// How well it answers, to be compared within one search only.
    public internal(set) var score: Double

    /// Makes a hit.
    package init(message: StoredMessage, index: Int, match: MessageMatch, score: Double) {
        self.message = message
        self.index = index
        self.match = match
        self.score = score
    }
}

/// The hits in one session, or those in one part of a long one.
public struct SessionHits: Hashable, Sendable {
    /// The session.
    public let session: Session
    /// What was found, in the order of the query; nothing where it is said only that there are more.
    public internal(set) var hits: [SearchHit]
    /// Whether there are more in the session than were asked for.
    public let hasMore: Bool

    /// Makes a group.
    package init(session: Session, hits: [SearchHit], hasMore: Bool = false) {
        self.session = session
        self.hits = hits
        self.hasMore = hasMore
    }
}
