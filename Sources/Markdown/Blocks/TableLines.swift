/// The lines of a table that is held back, or of what may become one.
struct TableLines {
    /// What the next line may be.
    enum Expectation {
        case titles, delimiters, rows
    }

    /// A table of more bytes is shown as text.
    static let mostBytes = 16_384

    /// What the line at hand may be.
    var expectation = Expectation.titles
    /// All bytes, with the newlines.
    var bytes: [UInt8] = []
    /// Where the line at hand begins.
    var lineStart = 0
    /// What stands before the first bar of the line at hand.
    var prefix: [UInt8] = []
    /// Whether the lines that come are the rest of a table that was too large.
    var isDropped = false

    /// The line at hand.
    var line: ArraySlice<UInt8> { bytes[lineStart...] }

    /// The cells of a row, without the blanks around them.
    static func cells(of row: ArraySlice<UInt8>) -> [[UInt8]] {
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var isEscaped = false
        for byte in trimmed(row.drop(while: ASCII.isBlank).dropFirst()) {
            if byte == ASCII.pipe, isEscaped {
                cell[cell.count - 1] = byte
            } else if byte == ASCII.pipe {
                cells.append(Array(trimmed(cell[...])))
                cell.removeAll(keepingCapacity: true)
            } else {
                cell.append(byte)
            }
            isEscaped = byte == ASCII.backslash && !isEscaped
        }
        if !trimmed(cell[...]).isEmpty { cells.append(Array(trimmed(cell[...]))) }
        return cells
    }

    /// The alignments that a line under the titles gives; `nil` where it is none.
    static func alignments(of line: ArraySlice<UInt8>) -> [MarkdownText.Alignment]? {
        guard line.allSatisfy(isDelimiter) else { return nil }
        let cells = cells(of: line)
        guard !cells.isEmpty else { return nil }
        var alignments: [MarkdownText.Alignment] = []
        for cell in cells {
            let (left, right) = (cell.first == ASCII.colon, cell.last == ASCII.colon)
            let dashes = cell.dropFirst(left ? 1 : 0).dropLast(right ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == ASCII.dash }) else { return nil }
            alignments.append(right ? (left ? .center : .trailing) : .leading)
        }
        return alignments
    }

    /// Whether a byte may stand in the line under the titles.
    static func isDelimiter(_ byte: UInt8) -> Bool {
        byte == ASCII.dash || byte == ASCII.pipe || byte == ASCII.colon || ASCII.isBlank(byte)
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.drop(while: ASCII.isBlank)
        let end = start.lastIndex { !ASCII.isBlank($0) }
        return end.map { start[...$0] } ?? []
    }
}
