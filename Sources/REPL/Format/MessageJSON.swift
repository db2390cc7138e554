import Chat

/// A message as `--json` shows it.
struct MessageJSON: Encodable {
    private let stored: StoredMessage

    init(_ stored: StoredMessage) {
        self.stored = stored
    }

    private enum Key: String, CodingKey {
        case number, role, content, timestamp, state, thinking, model, digest, options, images,
            stats
        case saidAt = "said_at"
    }

    private enum StatisticsKey: String, CodingKey {
        case promptTokens = "prompt_tokens"
        case replyTokens = "reply_tokens"
        case contextLength = "context_length"
        case doneReason = "done_reason"
        case seconds
        case loadSeconds = "load_seconds"
        case promptSeconds = "prompt_seconds"
        case replySeconds = "reply_seconds"
        case firstTokenSeconds = "first_token_seconds"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(stored.number, forKey: .number)
        try object.encode(stored.timestamp.seconds, forKey: .timestamp)
        guard let message = stored.message else {
            try object.encode("", forKey: .role)
            try object.encode("", forKey: .content)
            try object.encode("unreadable", forKey: .state)
            return
        }
        try object.encode(message.role, forKey: .role)
        try object.encode(message.content, forKey: .content)
        try object.encode(message.state, forKey: .state)
        try object.encodeIfPresent(message.thinking, forKey: .thinking)
        try object.encodeIfPresent(message.model, forKey: .model)
        try object.encodeIfPresent(message.digest, forKey: .digest)
        try object.encodeIfPresent(message.saidAt?.seconds, forKey: .saidAt)
        if !message.options.isEmpty {
            try object.encode(message.options.values, forKey: .options)
        }
        if !message.images.isEmpty { try object.encode(message.images, forKey: .images) }
        if let statistics = message.statistics {
            var nested = object.nestedContainer(keyedBy: StatisticsKey.self, forKey: .stats)
            try encode(statistics, to: &nested)
        }
    }

    private func encode(
        _ statistics: ReplyStatistics, to object: inout KeyedEncodingContainer<StatisticsKey>
    ) throws {
        try object.encodeIfPresent(statistics.promptTokens, forKey: .promptTokens)
        try object.encodeIfPresent(statistics.replyTokens, forKey: .replyTokens)
        try object.encodeIfPresent(statistics.contextLength, forKey: .contextLength)
        try object.encodeIfPresent(statistics.doneReason, forKey: .doneReason)
        let durations: [(StatisticsKey, Duration?)] = [
            (.seconds, statistics.total), (.loadSeconds, statistics.load),
            (.promptSeconds, statistics.promptEvaluation), (.replySeconds, statistics.evaluation),
            (.firstTokenSeconds, statistics.timeToFirstToken),
        ]
        for (key, duration) in durations {
            try object.encodeIfPresent(duration.map { $0 / .seconds(1) }, forKey: key)
        }
    }
}
