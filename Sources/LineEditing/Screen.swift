/// The display of a terminal that can move its cursor: frames below whatever was printed before.
///
/// Only rows that changed are written. A frame taller than the screen is seen through a viewport.
struct Screen: Display {
    private var shown = Frame()
    private var columns = 0
    private var viewport = Viewport()

    /// Shows a frame in place of the one shown.
    mutating func draw(_ frame: Frame, in size: TerminalSize) -> String {
        let visible = viewport.visible(of: frame, rows: max(2, size.rows - 1))
        var text = "\u{1b}[?2026h\u{1b}[?25l" + goToTop(columns: size.columns)
        if size.columns != columns, !shown.rows.isEmpty {
            // The terminal has wrapped the rows anew, so none of them can be kept.
            text += "\u{1b}[J"
            shown.rows = []
        }
        columns = size.columns
        for (index, row) in visible.rows.enumerated() {
            if index > 0 { text += "\r\n" }
            let isShown = index < shown.rows.count && shown.rows[index] == row
            if !isShown { text += "\u{1b}[2K" + row.text }
        }
        var last = visible.rows.count - 1
        if shown.rows.count > visible.rows.count {
            text += "\r\n\u{1b}[J"
            last += 1
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
        if now < columns { rows += shown.cursor.column / now }
        return Self.up(rows) + "\r"
    }

    private static func move(to spot: Frame.Spot, from row: Int) -> String {
        up(row - spot.row) + "\r" + (spot.column > 0 ? "\u{1b}[\(spot.column)C" : "")
    }

    private static func up(_ rows: Int) -> String {
        rows > 0 ? "\u{1b}[\(rows)A" : ""
    }
}
