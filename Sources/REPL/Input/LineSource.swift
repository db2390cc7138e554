/// Where lines come from: the line editor, plain input, or a script in tests.
package protocol LineSource: Sendable {
    /// Reads what a person types next.
    func readLine(_ prompt: LinePromptRequest) async throws -> LineInput

    /// Remembers a line, so that it can be recalled.
    func remember(_ text: String) async

    /// Watches for Ctrl-C between two reads, until the task is cancelled. Other keys are kept for
    /// the next read.
    func watchForInterrupts(_ onInterrupt: @escaping @Sendable () -> Void) async
}

/// What a line source shows while it reads.
package struct LinePromptRequest: Hashable, Sendable {
    /// The prompt.
    package var text: String
    /// The text that is in the line already.
    package var initialText: String
    /// Shown faintly as long as nothing is typed.
    package var placeholder: String

    /// Makes a request.
    package init(_ text: String, initialText: String = "", placeholder: String = "") {
        self.text = text
        self.initialText = initialText
        self.placeholder = placeholder
    }
}

/// What a person did at the prompt.
package enum LineInput: Hashable, Sendable {
    /// Submitted a text, which may have several lines.
    case line(String, isPasted: Bool)
    /// Pressed Ctrl-C on an empty line.
    case interrupted
    /// Pressed Ctrl-D on an empty line, or the input ended.
    case endOfInput
}
