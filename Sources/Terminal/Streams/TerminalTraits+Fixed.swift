extension TerminalTraits {
    /// A terminal of a given size, for tests and for text that is laid out for one.
    package static func terminal(
        columns: Int = 80, rows: Int = 24, hasColour: Bool = false
    ) -> TerminalTraits {
        let environment = ["TERM": "xterm-256color", "NO_COLOR": hasColour ? "" : "1"]
        return TerminalTraits(
            isTerminal: true, environment: environment,
            measure: { TerminalSize(columns: columns, rows: rows) })
    }

    /// A file or a pipe.
    package static let pipe = TerminalTraits(isTerminal: false, environment: [:], measure: { nil })
}
