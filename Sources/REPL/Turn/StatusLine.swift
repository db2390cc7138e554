import Chat
import Terminal

/// The line of figures after a reply.
enum StatusLine {
    /// Tokens, tokens per second and the time to the first token, as far as they are known.
    ///
    /// - Parameters:
    ///   - statistics: The figures.
    ///   - hasMeter: Whether the prompt that follows shows how full the window is.
    /// - Returns: The line; empty where nothing is known.
    static func text(for statistics: ReplyStatistics, besideMeter hasMeter: Bool) -> String {
        var parts: [String] = []
        if let tokens = statistics.replyTokens { parts.append("\(tokens) tokens") }
        if let speed = statistics.tokensPerSecond {
            parts.append("\(Decimal.text(speed, digits: speed < 10 ? 1 : 0)) tokens/s")
        }
        if let first = statistics.timeToFirstToken {
            parts.append("first after \(DurationText.text(of: first))")
        }
        guard statistics.replyTokens != nil else { return "" }
        if let used = statistics.promptTokens, !hasMeter {
            let total = used + (statistics.replyTokens ?? 0)
            let window = statistics.contextLength.map { " of \($0)" } ?? ""
            parts.append("context \(total)\(window)")
        }
        return parts.joined(separator: " · ")
    }
}
