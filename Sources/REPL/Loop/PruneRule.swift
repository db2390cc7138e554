import Chat

/// Which messages of a session are old.
struct PruneRule: Sendable {
    /// How many messages to keep at the end.
    var keep: Int?
    /// The moment before which messages are old.
    var cutoff: Timestamp?
    /// How many tokens to keep at the end, as far as they can be told from the length.
    var maxTokens: Int?

    /// The messages to take off, the oldest first.
    ///
    /// System messages stay.
    func pruned(of messages: [StoredMessage]) -> [StoredMessage] {
        let others = messages.filter { $0.message?.role != .system }
        var count = 0
        if let keep { count = max(count, others.count - keep) }
        if let cutoff { count = max(count, others.prefix { $0.timestamp < cutoff }.count) }
        if let maxTokens { count = max(count, others.count - fitting(others, into: maxTokens)) }
        return Array(others.prefix(count))
    }

    private func fitting(_ messages: [StoredMessage], into tokens: Int) -> Int {
        var left = tokens
        return messages.reversed().prefix { message in
            left -= TokenEstimate.tokens(of: message)
            return left >= 0
        }.count
    }
}

/// Tokens as far as they can be told without the model.
enum TokenEstimate {
    /// Bytes of ordinary text that make a token, and tokens that every message takes besides.
    private static let bytesPerToken = 4
    private static let overhead = 4

    /// What the server counted of a reply, or an estimate by the length.
    static func tokens(of message: StoredMessage) -> Int {
        if let counted = message.message?.statistics?.replyTokens { return counted }
        let bytes = message.message?.content.utf8.count ?? message.member.count
        return bytes / bytesPerToken + overhead
    }
}
