public import Chat

/// What stands at the beginning of a transcript: the session, and what only its store knows of it.
public struct TranscriptHead: Hashable, Sendable {
    /// The session.
    public var session: Session
    /// How long it outlives its last use, where that is known.
    public var timeToLive: TimeToLive?
    /// Whether it is kept whatever happens, where that is known.
    public var isPinned: Bool?

    /// Describes the beginning of a transcript.
    public init(_ session: Session, timeToLive: TimeToLive? = nil, isPinned: Bool? = nil) {
        self.session = session
        self.timeToLive = timeToLive
        self.isPinned = isPinned
    }
}
