/// What the model server measured, in JSON under the names and units of Ollama: durations are
/// whole nanoseconds.
struct StatisticsRecord: Codable {
    private var promptTokens: Int?
    private var replyTokens: Int?
    private var total: Int64?
    private var load: Int64?
    private var promptEvaluation: Int64?
    private var evaluation: Int64?
    private var timeToFirstToken: Int64?
    private var contextLength: Int?
    private var doneReason: String?

    private enum CodingKeys: String, CodingKey {
        case promptTokens = "prompt_eval_count"
        case replyTokens = "eval_count"
        case total = "total_duration"
        case load = "load_duration"
        case promptEvaluation = "prompt_eval_duration"
        case evaluation = "eval_duration"
        case timeToFirstToken = "first_token_duration"
        case contextLength = "context_length"
        case doneReason = "done_reason"
    }

    init(_ statistics: ReplyStatistics) {
        promptTokens = statistics.promptTokens
        replyTokens = statistics.replyTokens
        total = statistics.total?.nanoseconds
        load = statistics.load?.nanoseconds
        promptEvaluation = statistics.promptEvaluation?.nanoseconds
        evaluation = statistics.evaluation?.nanoseconds
        timeToFirstToken = statistics.timeToFirstToken?.nanoseconds
        contextLength = statistics.contextLength
        doneReason = statistics.doneReason
    }

    /// The statistics as a value.
    var statistics: ReplyStatistics {
        ReplyStatistics(
            promptTokens: promptTokens, replyTokens: replyTokens,
            total: total.map(Duration.nanoseconds), load: load.map(Duration.nanoseconds),
            promptEvaluation: promptEvaluation.map(Duration.nanoseconds),
            evaluation: evaluation.map(Duration.nanoseconds),
            timeToFirstToken: timeToFirstToken.map(Duration.nanoseconds),
            contextLength: contextLength, doneReason: doneReason)
    }
}

extension Duration {
    /// Whole nanoseconds.
    fileprivate var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
