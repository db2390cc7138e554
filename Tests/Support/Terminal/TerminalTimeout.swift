/// Something that did not come to a terminal in time.
package struct TerminalTimeout: Error, CustomStringConvertible {
    /// What was waited for.
    let what: String
    /// What the terminal shows instead.
    let screen: String

    /// Says what was waited for, and what is there instead.
    package init(what: String, screen: String) {
        self.what = what
        self.screen = screen
    }

    /// What was missing, and the screen.
    package var description: String { "No \(what) in time. The terminal shows:\n\(screen)" }
}

/// A program that ended while something was typed.
package struct TerminalGone: Error {
    /// What it had written.
    let output: String
}
