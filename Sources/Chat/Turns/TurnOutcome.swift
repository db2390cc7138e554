/// How a turn ended.
public struct TurnOutcome: Sendable {
    /// The reply as it is stored, or `nil` where nothing of a reply arrived or storing it failed.
    public var reply: StoredMessage?
    /// How the reply ended, whether anything of it arrived or not.
    public var state: MessageState
    /// Why the reply failed, where it did.
    public var failure: (any Error)?
    /// The branch that the reply was put into, because others went on in the session meanwhile.
    public var branch: Session?
    /// Why the reply could not be stored, where it could not.
    ///
    /// Its draft is in the store.
    public var storeFailure: (any Error)?
    /// What the server counted and measured.
    public var statistics: ReplyStatistics?

    /// Makes an outcome.
    public init(
        reply: StoredMessage? = nil, state: MessageState, failure: (any Error)? = nil,
        branch: Session? = nil, storeFailure: (any Error)? = nil,
        statistics: ReplyStatistics? = nil
    ) {
        self.reply = reply
        self.state = state
        self.failure = failure
        self.branch = branch
        self.storeFailure = storeFailure
        self.statistics = statistics
    }

    /// The outcome of a turn whose question is stored and to which no reply came.
    init(failure: any Error) {
        self.init(state: failure is CancellationError ? .interrupted : .failed, failure: failure)
    }
}
