import Platform
import REPL

extension OneShotPrompt {
    /// The words of the command line, and what comes in on the standard input beside them.
    ///
    /// - Returns: The prompt, or `nil` where there is neither.
    static func make(words: [String], attaching paths: [String]) -> OneShotPrompt? {
        let isTerminal = isatty(STDIN_FILENO) == 1
        return OneShotPrompt(
            typed: words.joined(separator: " "),
            piped: isTerminal ? "" : StandardInput.readAll(), attaching: paths)
    }
}
