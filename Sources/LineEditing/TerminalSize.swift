/// How many rows and columns a terminal has.
struct TerminalSize: Hashable, Sendable {
    /// The rows.
    var rows: Int
    /// The columns.
    var columns: Int
}
