/// Draws frames: keeps what is shown, and makes the text that changes it.
protocol Display: Sendable {
    /// Shows a frame in place of the one shown.
    mutating func draw(_ frame: Frame, in size: TerminalSize) -> String

    /// Takes the frame away, and leaves the cursor where it began.
    mutating func erase(in size: TerminalSize) -> String

    /// Leaves a whole frame, however tall, in the scrollback, and goes below it.
    mutating func commit(_ frame: Frame, adding suffix: String, in size: TerminalSize) -> String

    /// Empties the screen.
    mutating func clear() -> String

    /// Knows no longer what is shown, because somebody else has written.
    mutating func forget()
}
