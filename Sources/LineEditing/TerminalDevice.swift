/// The terminal that the user sees: where keys come from and frames go to.
struct TerminalDevice: Sendable {
    /// Where keys are read.
    let input: CInt
    /// Where everything is written.
    let output: CInt
    /// Whether it can move its cursor.
    let hasCursorMotion: Bool

    /// Finds the terminal: keys from the standard input, drawing on the standard output, or on
    /// the standard error stream when the output goes elsewhere.
    init() throws(LineEditingError) {
        guard Unix.isTerminal(0), let output = [1, 2].first(where: Unix.isTerminal) else {
            throw .notATerminal
        }
        input = 0
        self.output = output
        hasCursorMotion = !["", "dumb"].contains(Unix.environment("TERM") ?? "")
    }

    /// The size now.
    var size: TerminalSize { Unix.size(of: output) }

    /// Writes text as it is.
    func write(_ text: String) {
        Unix.writeAll(text, to: output)
    }
}
