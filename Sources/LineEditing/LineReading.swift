/// What a read of a line ended with.
package enum LineReading: Hashable, Sendable {
    /// Enter was pressed.
    ///
    /// `isPasted` tells that the text begins with what was pasted and not typed, so that a caller
    /// does not take it for a command.
    case line(String, isPasted: Bool)
    /// The text is to be edited in an editor of the person's own, and then read on.
    case edit(String)
    /// Ctrl-C was pressed on an empty line, or at a question.
    case interrupted
    /// Ctrl-D was pressed on an empty line or at a question, or the terminal is gone.
    case endOfInput
}
