/// The display of a terminal that can move its cursor: frames below whatever was printed before.
///
/// Only rows that changed are written. A frame taller than the screen is seen through a viewport.
struct Screen: Display {
    private var shown = Frame()
    private var size = TerminalSize(rows: 0, columns: 0)
    private var viewport = Viewport()

    /// Shows a frame in place of the one shown.
    mutating func draw(_ frame: Frame, in size: TerminalSize) -> String {
        let visible = viewport.visible(of: frame, in: size)
        var text = "\u{1b}[?2026h\u{1b}[?25l" + goToTop(columns: size.columns)
        if size != self.size, !shown.rows.isEmpty {
            // The terminal has wrapped or moved the rows, so none of them can be kept.
            text += "\u{1b}[J"
            shown.rows = []
        }
        self.size = size
        let last = visible.rows.count - 1
        for (index, row) in visible.rows.enumerated() {
            if index > 0 { text += "\r\n" }
            if index == last, shown.rows.count > visible.rows.count {
                // Going below the last row to erase what is there could scroll.
                text += "\u{1b}[J" + row.text
            } else if index >= shown.rows.count || shown.rows[index] != row {
                text += "\u{1b}[2K" + row.text
            }
        }
        shown = visible
        return text + Self.move(to: visible.cursor, from: last) + "\u{1b}[?25h\u{1b}[?2026l"
    }

    /// Takes the frame away, and leaves the cursor where it began.
    mutating func erase(in size: TerminalSize) -> String {
        guard !shown.rows.isEmpty else { return "" }
        defer { forget() }
        return goToTop(columns: size.columns) + "\u{1b}[J"
    }

    /// Leaves a whole frame, however tall, in the scrollback, and goes below it.
    mutating func commit(
        _ frame: Frame, adding suffix: String, in size: TerminalSize
    ) -> String {
        defer { viewport = Viewport() }
        let rows = frame.rows.map(\.text).joined(separator: "\r\n")
        return erase(in: size) + rows + suffix + "\r\n"
    }

    /// Empties the screen.
    mutating func clear() -> String {
        forget()
        return "\u{1b}[H\u{1b}[2J"
    }

    /// Knows no longer what is shown.
    mutating func forget() {
        shown = Frame()
    }

    /// After a resize the rows above the cursor may be more: the terminal has wrapped them.
    private func goToTop(columns now: Int) -> String {
        var rows = shown.rows.prefix(shown.cursor.row).reduce(0) { sum, row in
            sum + max(1, (row.width + now - 1) / now)
        }
        if now < size.columns { rows += shown.cursor.column / now }
        return Self.up(rows) + "\r"
    }

    private static func move(to spot: Frame.Spot, from row: Int) -> String {
        up(row - spot.row) + "\r" + (spot.column > 0 ? "\u{1b}[\(spot.column)C" : "")
    }

    private static func up(_ rows: Int) -> String {
        rows > 0 ? "\u{1b}[\(rows)A" : ""
    }
}
