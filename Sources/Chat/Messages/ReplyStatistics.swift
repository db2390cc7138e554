/// What the model server counted and measured while it made a reply.
public struct ReplyStatistics: Hashable, Sendable {
    /// Tokens of the prompt that the model saw, cached ones included.
    public var promptTokens: Int?
    /// Tokens of the reply.
    public var replyTokens: Int?
    /// Time from the request to the end, by the server's clock.
    public var total: Duration?
    /// Time for loading the model.
    public var load: Duration?
    /// Time for evaluating the part of the prompt that was not cached.
    public var promptEvaluation: Duration?
    /// Time for making the reply's tokens.
    public var evaluation: Duration?
    /// Time from sending the request to the first token, by this program's clock.
    public var timeToFirstToken: Duration?
    /// The context window that the server had allocated, in tokens.
    public var contextLength: Int?
    /// The server's own word for why the reply ended, such as `stop` or `length`.
    public var doneReason: String?

    /// Makes statistics in which nothing is known yet.
    public init(
        promptTokens: Int? = nil, replyTokens: Int? = nil, total: Duration? = nil,
        load: Duration? = nil, promptEvaluation: Duration? = nil, evaluation: Duration? = nil,
        timeToFirstToken: Duration? = nil, contextLength: Int? = nil,
        doneReason: String? = nil
    ) {
        self.promptTokens = promptTokens
        self.replyTokens = replyTokens
        self.total = total
        self.load = load
        self.promptEvaluation = promptEvaluation
        self.evaluation = evaluation
        self.timeToFirstToken = timeToFirstToken
        self.contextLength = contextLength
        self.doneReason = doneReason
    }

    /// Tokens of the reply for each second of evaluation, where both are known.
    public var tokensPerSecond: Double? {
        guard let replyTokens, let evaluation, evaluation > .zero else { return nil }
        return Double(replyTokens) / (evaluation / .seconds(1))
    }
}
