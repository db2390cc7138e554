import Chat
import Terminal

/// The line of figures after a reply.
enum StatusLine {
    /// Tokens, tokens per second and the time to the first token, as far as they are known.
    static func text(for statistics: ReplyStatistics) -> String {
        var parts: [String] = []
        if let tokens = statistics.replyTokens { parts.append("\(tokens) tokens") }
        if let speed = statistics.tokensPerSecond {
            parts.append("\(Decimal.text(speed, digits: speed < 10 ? 1 : 0)) tokens/s")
        }
        if let first = statistics.timeToFirstToken {
            parts.append("first after \(DurationText.text(of: first))")
        }
        guard statistics.replyTokens != nil else { return "" }
        if let used = statistics.promptTokens {
            let total = used + (statistics.replyTokens ?? 0)
            let window = statistics.contextLength.map { " of \($0)" } ?? ""
            parts.append("context \(total)\(window)")
        }
        return parts.joined(separator: " · ")
    }
}
