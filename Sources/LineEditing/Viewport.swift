/// The part of a tall frame that is seen; it moves only as far as the cursor needs.
struct Viewport: Sendable {
    private var first = 0

    /// Cuts a frame to what fits above the last row of the screen; its own last row then tells
    /// which rows are seen, unless it is the only one.
    mutating func visible(of frame: Frame, in size: TerminalSize) -> Frame {
        let rows = max(1, size.rows - 1)
        guard frame.rows.count > rows else {
            first = 0
            return frame
        }
        let height = max(1, rows - 1)
        let (cursor, count) = (frame.cursor.row, frame.rows.count)
        first = min(max(first, cursor - height + 1), cursor)
        first = max(0, min(first, count - height))
        var visible = frame
        visible.rows = Array(frame.rows[first..<first + height])
        visible.cursor.row -= first
        guard rows > 1 else { return visible }
        let status = " rows \(first + 1)-\(first + height) of \(count) ".fitted(to: size.columns)
        visible.rows.append(
            Frame.Row(text: "\u{1b}[7m\(status.text)\u{1b}[27m", width: status.width))
        return visible
    }
}
