/// Where lines come from: the line editor, plain input, or a script in tests.
package protocol LineSource: Sendable {
    /// Reads what a person types next.
    func readLine(_ prompt: LinePromptRequest) async throws -> LineInput

    /// Shows the prompt as it is now, while a line is being read.
    func refreshPrompt()

    /// Lets the person edit a text in an editor of his own, which takes over the terminal.
    ///
    /// - Returns: The text afterwards, or `nil` where there is no terminal.
    /// - Throws: What is wrong with the editor; the text is as it was then.
    func edit(_ text: String) async throws -> String?

    /// Shows a text in the person's own pager, which takes over the terminal.
    ///
    /// - Parameter text: The text, ready to be shown.
    /// - Returns: Whether it was shown; not where there is no terminal or no pager that works.
    /// - Throws: `CancellationError`.
    func page(_ text: String) async throws -> Bool

    /// Whether lines can be recalled.
    var recallsLines: Bool { get }

    /// Remembers a line, so that it can be recalled.
    ///
    /// - Parameters:
    ///   - text: The line.
    ///   - isPasted: Whether it begins with what was pasted, and is no command when it is recalled.
    func remember(_ text: String, isPasted: Bool) async

    /// What keys do while a line is read: their names, and a few words.
    var keys: [(names: String, action: String)] { get }

    /// Watches for Ctrl-C between two reads, until the task is cancelled. Other keys are kept for
    /// the next read.
    ///
    /// - Parameters:
    ///   - onInterrupt: Called for each Ctrl-C.
    ///   - onLines: Called with the lines that wait for the next reads, when these change.
    func watchForInterrupts(
        _ onInterrupt: @escaping @Sendable () -> Void,
        onLines: @escaping @Sendable ([String]) -> Void) async
}

extension LineSource {
    /// Shows nothing: most sources have no terminal to lend.
    package func page(_ text: String) async throws -> Bool { false }
}

/// What a line source shows while it reads.
package struct LinePromptRequest: Sendable {
    /// The prompt, which may change while it is shown.
    package var text: @Sendable () -> String
    /// Shown faintly at the end of the first row, where there is room.
    package var right: String
    /// Shown faintly as long as nothing is typed.
    package var placeholder: String
    /// What is in the line at the start, ready to be edited.
    package var initialText: String
    /// Whether a short answer is wanted, which Ctrl-C withholds whatever was typed.
    package var isQuestion: Bool

    /// Makes a request.
    package init(
        _ text: @autoclosure @escaping @Sendable () -> String, right: String = "",
        placeholder: String = "",
        initialText: String = "", isQuestion: Bool = false
    ) {
        self.text = text
        self.right = right
        self.placeholder = placeholder
        self.initialText = initialText
        self.isQuestion = isQuestion
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
