/// One step of a reply, as the model server sends it.
public enum ReplyEvent: Hashable, Sendable {
    /// The server is busy; the client asks again after the delay.
    case retrying(after: Duration)
    /// A piece of what the model thinks before it answers.
    case thinking(String)
    /// A piece of the answer.
    case text(String)
    /// The reply is done. Only this proves that it is whole.
    case done(ReplyEnd)
}

/// How a reply was done.
public struct ReplyEnd: Hashable, Sendable {
    /// Whether the server stopped at a limit rather than at the end of the answer.
    public var isTruncated: Bool
    /// The server's own word for why it stopped, such as `stop` or `length`.
    public var reason: String?
    /// What the server counted and measured.
    public var statistics: ReplyStatistics

    /// Makes an end.
    public init(
        isTruncated: Bool = false, reason: String? = "stop",
        statistics: ReplyStatistics = ReplyStatistics()
    ) {
        self.isTruncated = isTruncated
        self.reason = reason
        self.statistics = statistics
    }
}
