import Chat

/// A message as `--json` shows it.
struct MessageJSON: Encodable {
    private let stored: StoredMessage

    init(_ stored: StoredMessage) {
        self.stored = stored
    }

    private enum Key: String, CodingKey {
        case number, role, content, timestamp, state, thinking, model, digest, stats
        case saidAt = "said_at"
    }

    private enum StatisticsKey: String, CodingKey {
        case promptTokens = "prompt_tokens"
        case replyTokens = "reply_tokens"
        case contextLength = "context_length"
        case seconds
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
        if let statistics = message.statistics {
            var nested = object.nestedContainer(keyedBy: StatisticsKey.self, forKey: .stats)
            try nested.encodeIfPresent(statistics.promptTokens, forKey: .promptTokens)
            try nested.encodeIfPresent(statistics.replyTokens, forKey: .replyTokens)
            try nested.encodeIfPresent(statistics.contextLength, forKey: .contextLength)
            try nested.encodeIfPresent(statistics.total.map { $0 / .seconds(1) }, forKey: .seconds)
        }
    }
}
