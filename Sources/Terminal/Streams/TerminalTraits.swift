/// What the reader of a stream can show.
package struct TerminalTraits: Sendable {
    /// Whether a person reads the stream on a terminal.
    package let isTerminal: Bool
    /// Whether the terminal understands cursor movements (`TERM` is neither missing nor `dumb`).
    package let isCapable: Bool
    /// Whether colours are wanted.
    package let hasColour: Bool
    /// Whether the terminal is known to make links of text that is marked as one, by OSC 8.
    package private(set) var hasLinks: Bool
    /// Whether more than ASCII can be shown.
    package let isUTF8: Bool
    /// Whether tmux stands between the program and the terminal.
    package let isInTmux: Bool
    private let measure: @Sendable () -> TerminalSize?

    /// The columns of the terminal, asked anew each time; `nil` where there is no terminal.
    package var columns: Int? { isTerminal ? measure()?.columns ?? 80 : nil }

    /// The rows of the terminal, asked anew each time; `nil` where there is no terminal.
    package var rows: Int? { isTerminal ? measure()?.rows ?? 24 : nil }

    /// The traits of a file descriptor under an environment.
    package init(of descriptor: Int32, environment: [String: String]) {
        let assumedColumns = environment["COLUMNS"].flatMap { Int($0) }.flatMap {
            $0 > 0 ? $0 : nil
        }
        self.init(
            isTerminal: Descriptor(descriptor).isTerminal, environment: environment,
            measure: {
                Descriptor(descriptor).size ?? assumedColumns.map { TerminalSize(columns: $0) }
            })
    }

    /// The traits of a stream under an environment.
    package init(
        isTerminal: Bool, environment: [String: String],
        measure: @escaping @Sendable () -> TerminalSize?
    ) {
        let kind = environment["TERM"] ?? ""
        self.isTerminal = isTerminal
        self.isCapable = isTerminal && !kind.isEmpty && kind != "dumb"
        self.hasColour = isCapable && (environment["NO_COLOR"] ?? "").isEmpty
        self.hasLinks = hasColour && Self.hasLinks(environment)
        self.isUTF8 = Self.isUTF8(environment)
        self.isInTmux = !(environment["TMUX"] ?? "").isEmpty
        self.measure = measure
    }

    /// The same, with addresses shown: not every pager knows links.
    var withoutLinks: TerminalTraits {
        var traits = self
        traits.hasLinks = false
        return traits
    }

    /// The renderer for the stream.
    package var renderer: any StyleRenderer { hasColour ? ANSIRenderer() : PlainRenderer() }

    /// The mark at the end of a text that was cut.
    package var ellipsis: String { isUTF8 ? "…" : "..." }

    /// Whether the environment names a terminal that knows OSC 8; there is no other way to ask.
    private static func hasLinks(_ environment: [String: String]) -> Bool {
        // What is between the program and the terminal may swallow them.
        guard environment["TMUX"] == nil, environment["STY"] == nil else { return false }
        let kind = environment["TERM"] ?? ""
        let program = environment["TERM_PROGRAM"] ?? ""
        return Int(environment["VTE_VERSION"] ?? "") ?? 0 >= 5000
            || ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby"].contains(program)
            || ["xterm-kitty", "xterm-ghostty", "foot", "alacritty", "contour"].contains(kind)
            || ["WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM"]
                .contains { environment[$0] != nil }
    }

    /// Whether the locale can show more than ASCII.
    ///
    /// Without any locale it is taken to: containers have none, and terminals today are UTF-8.
    private static func isUTF8(_ environment: [String: String]) -> Bool {
        let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
        guard let locale = names.first(where: { !$0.isEmpty })?.lowercased() else { return true }
        return locale.hasSuffix("utf-8") || locale.hasSuffix("utf8")
            || locale.contains("utf-8@") || locale.contains("utf8@")
    }
}

/// How large a terminal is.
package struct TerminalSize: Hashable, Sendable {
    /// Its columns.
    package let columns: Int
    /// Its rows, where they are known.
    package let rows: Int?

    /// Makes a size.
    package init(columns: Int, rows: Int? = nil) {
        self.columns = columns
        self.rows = rows
    }
}
