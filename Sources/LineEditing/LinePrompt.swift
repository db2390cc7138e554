/// What is shown in front of, below and inside the line while it is read.
package struct LinePrompt: Sendable {
    /// The text before the first row: no escape sequences, no newlines.
    package var text: String
    /// The text as it should be now, asked whenever something is printed above the line,
    /// and when the prompt is refreshed.
    package var currentText: (@Sendable () -> String)?
    /// Parameters of the escape sequence SGR for the text (`1;32`), or `nil` for none.
    package var style: String?
    /// The text before the rows that follow a newline; spaces of the same width if `nil`.
    package var continuation: String?
    /// A remark, shown faintly at the end of the first row as long as there is room.
    package var right: String?
    /// What is in the line at the start, ready to be edited.
    package var initialText: String
    /// A hint, shown faintly while the line is empty.
    package var placeholder: String?
    /// Whether a short answer is wanted, such as to `[y/N]`.
    ///
    /// The answer is one row without history and completion. Ctrl-C and Ctrl-D end the read also
    /// when something is typed.
    package var isQuestion: Bool

    /// Makes a prompt.
    package init(
        _ text: String, currentText: (@Sendable () -> String)? = nil, style: String? = nil,
        continuation: String? = nil, right: String? = nil,
        initialText: String = "", placeholder: String? = nil, isQuestion: Bool = false
    ) {
        self.text = text
        self.currentText = currentText
        self.style = style
        self.continuation = continuation
        self.right = right
        self.initialText = initialText
        self.placeholder = placeholder
        self.isQuestion = isQuestion
    }
}
