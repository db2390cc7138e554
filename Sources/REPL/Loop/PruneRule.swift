import Chat

/// Which messages of a session are old.
struct PruneRule: Sendable {
    /// How many messages to keep at the end.
    var keep: Int?
    /// The moment before which messages are old.
    var cutoff: Timestamp?
    /// About how many tokens to keep at the end.
    var maxTokens: Int?
    /// The model whose tokens these are.
    var model = ""

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
        let estimator = TokenEstimator(learningFrom: messages, of: model)
        var left = tokens
        return messages.reversed().prefix { stored in
            // What cannot be read takes up room where it is read after all.
            let text = Message.user(String(decoding: stored.member, as: UTF8.self))
            left -= estimator.tokens(of: stored.message ?? text)
            return left >= 0
        }.count
    }
}
