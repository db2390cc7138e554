/// The part of a tall frame that is seen; it moves only as far as the cursor needs.
struct Viewport: Sendable {
    private var first = 0

    /// Cuts a frame to some rows, the last of which tells which rows are seen.
    mutating func visible(of frame: Frame, rows: Int) -> Frame {
        guard frame.rows.count > rows else {
            first = 0
            return frame
        }
        let height = rows - 1
        let (cursor, count) = (frame.cursor.row, frame.rows.count)
        first = min(max(first, cursor - height + 1), cursor)
        first = max(0, min(first, count - height))
        var visible = frame
        let status = " rows \(first + 1)-\(first + height) of \(count) "
        visible.rows = Array(frame.rows[first..<first + height])
        visible.rows.append(
            Frame.Row(text: "\u{1b}[7m\(status)\u{1b}[27m", width: status.utf8.count))
        visible.cursor.row -= first
        return visible
    }
}
