import Terminal

/// One picture of the line: rows ready to be written, and where the cursor and each scalar are.
struct Frame: Equatable, Sendable {
    /// A row on the screen.
    struct Row: Equatable, Sendable {
        /// The text, with its escape sequences.
        var text: String
        /// How many columns it takes.
        var width: Int
    }

    /// A place on the screen.
    struct Spot: Equatable, Sendable {
        /// The row, from 0.
        var row: Int
        /// The column, from 0.
        var column: Int
    }

    /// The rows, from the top.
    var rows: [Row] = []
    /// Where the cursor is.
    var cursor = Spot(row: 0, column: 0)
    /// Where each scalar of the buffer is, and the end.
    var spots: [Spot] = []
}

extension Frame.Row {
    /// The fewest columns between the text and a remark.
    private static let gap = 3

    /// Puts a remark at the end of the row, where there is room for all of it.
    ///
    /// The last column stays free: a terminal may go to the next row after it.
    mutating func putRight(_ remark: String, columns: Int) {
        let start = columns - 1 - CellWidth.of(remark)
        guard start >= width + Self.gap else { return }
        text += "\u{1b}[\(start + 1)G\u{1b}[2m\(remark)\u{1b}[22m"
        width = columns - 1
    }
}

extension Frame {
    /// The scalar nearest to a place in a row of the text; `nil` if the row has none.
    func scalar(inRow row: Int, nearColumn column: Int) -> Int? {
        let inRow = spots.indices.filter { spots[$0].row == row }
        return inRow.last { spots[$0].column <= column } ?? inRow.first
    }
}
