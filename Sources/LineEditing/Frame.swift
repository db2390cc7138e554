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

extension Frame {
    /// The scalar nearest to a place in a row of the text; `nil` if the row has none.
    func scalar(inRow row: Int, nearColumn column: Int) -> Int? {
        let inRow = spots.indices.filter { spots[$0].row == row }
        return inRow.last { spots[$0].column <= column } ?? inRow.first
    }
}
