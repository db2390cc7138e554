import Platform

/// The prompt of a one-shot call.
enum Prompt {
    /// The words of the command line, and what comes in on the standard input behind them.
    ///
    /// - Returns: The prompt, or `nil` where there is neither.
    static func make(words: [String]) throws -> String? {
        let typed = words.joined(separator: " ")
        let piped = isatty(STDIN_FILENO) == 1 ? "" : StandardInput.readAll()
        let parts = [typed, piped].filter { part in !part.allSatisfy(\.isWhitespace) }
        return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
    }
}
