import Terminal

/// The display of a terminal that knows nothing but carriage return and newline: the row of the
/// cursor, drawn again over itself.
struct DumbScreen: Display {
    private var shownWidth = 0

    /// Shows the row of the cursor in place of the one shown, cut to the part around the cursor.
    mutating func draw(_ frame: Frame, in size: TerminalSize) -> String {
        let row = EscapeSequences.removed(from: frame.rows[frame.cursor.row].text)
        let room = max(1, size.columns - 1)
        let cursor = frame.cursor.column
        let start = cursor < room ? 0 : cursor - room / 2
        let visible = String(row.dropFirst(start).prefix(room))
        let width = CellWidth.of(visible)
        let padding = String(repeating: " ", count: max(0, shownWidth - width))
        shownWidth = width
        let left = visible.prefix(cursor - start)
        return "\r" + visible + padding + "\r" + left
    }

    /// Writes spaces over the row.
    mutating func erase(in size: TerminalSize) -> String {
        defer { shownWidth = 0 }
        return shownWidth == 0 ? "" : "\r" + String(repeating: " ", count: shownWidth) + "\r"
    }

    /// Writes all rows, and goes below them.
    mutating func commit(
        _ frame: Frame, adding suffix: String, in size: TerminalSize
    ) -> String {
        let rows = frame.rows.map { EscapeSequences.removed(from: $0.text) }.joined(
            separator: "\r\n")
        return erase(in: size) + rows + suffix + "\r\n"
    }

    /// Begins a new row, which is all that can be done.
    mutating func clear() -> String {
        forget()
        return "\r\n"
    }

    /// Knows no longer what is shown.
    mutating func forget() {
        shownWidth = 0
    }
}
