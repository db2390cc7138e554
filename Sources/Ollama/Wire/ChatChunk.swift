import Chat

/// One line of the answer to `/api/chat`, of which only these fields are read.
struct ChatChunk: Decodable {
    /// A part of the reply.
    struct Part: Decodable {
        /// What is said.
        var content: String?
        /// What is thought.
        var thinking: String?
    }

    /// The part of the reply that this line brings.
    var message: Part?
    /// Whether this is the last line.
    var done: Bool?
    /// Why the reply ended; not always there.
    var doneReason: String?
    /// Nanoseconds from the request to the end.
    var totalDuration: Int64?
    /// Nanoseconds spent on loading the model.
    var loadDuration: Int64?
    /// Tokens of the prompt.
    var promptCount: Int?
    /// Nanoseconds spent on the prompt.
    var promptDuration: Int64?
    /// Tokens of the reply.
    var replyCount: Int?
    /// Nanoseconds spent on the reply.
    var replyDuration: Int64?
    /// What went wrong after the reply had begun.
    var error: ServerWords?

    private enum CodingKeys: String, CodingKey {
        case message, done, error
        case doneReason = "done_reason"
        case totalDuration = "total_duration"
        case loadDuration = "load_duration"
        case promptCount = "prompt_eval_count"
        case promptDuration = "prompt_eval_duration"
        case replyCount = "eval_count"
        case replyDuration = "eval_duration"
    }

    /// The events that this line stands for.
    var events: [ReplyEvent] {
        var events: [ReplyEvent] = []
        if let thinking = message?.thinking, !thinking.isEmpty {
            events.append(.thinking(thinking))
        }
        if let content = message?.content, !content.isEmpty { events.append(.text(content)) }
        if done == true { events.append(.done(end)) }
        return events
    }

    private var end: ReplyEnd {
        ReplyEnd(
            isTruncated: doneReason == "length", reason: doneReason,
            statistics: ReplyStatistics(
                promptTokens: promptCount, replyTokens: replyCount,
                total: totalDuration.map { .nanoseconds($0) },
                load: loadDuration.map { .nanoseconds($0) },
                promptEvaluation: promptDuration.map { .nanoseconds($0) },
                evaluation: replyDuration.map { .nanoseconds($0) }))
    }
}
