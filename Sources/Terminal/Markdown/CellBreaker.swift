/// Breaks the text of a cell of a table into lines.
enum CellBreaker {
    /// The lines of a cell that are no wider than a width, broken at blanks where there are some.
    static func lines(of cell: MarkdownTable.Cell, _ width: Int) -> [MarkdownTable.Cell] {
        var lines: [MarkdownTable.Cell] = []
        /// The bytes of the line at hand, its cells, and the same up to its last blank.
        var (start, end, used) = (0, 0, 0)
        var blank: (end: Int, used: Int)?
        func cut(at place: Int, _ cells: Int) {
            var line = MarkdownTable.Cell()
            line.text.append(cell.text, start..<place)
            line.width = cells
            lines.append(line)
        }
        for (length, cells, isBlank) in graphemes(of: cell.text) {
            if used + cells > width, isBlank {
                // The blank itself is what the line ends with.
                cut(at: end, used)
                (start, used, blank) = (end + length, 0, nil)
                end += length
                continue
            }
            if used + cells > width, used > 0 {
                if let last = blank {
                    cut(at: last.end, last.used)
                    (start, used) = (last.end + 1, used - last.used - 1)
                } else {
                    cut(at: end, used)
                    (start, used) = (end, 0)
                }
                blank = nil
            }
            if isBlank { blank = (end, used) }
            end += length
            used += cells
        }
        if end > start { cut(at: end, used) }
        return lines
    }

    /// The cells of the widest part that has no place to break it in.
    static func longestWord(of cell: MarkdownTable.Cell) -> Int {
        var (word, longest) = (0, 0)
        for (_, cells, isBlank) in graphemes(of: cell.text) {
            // Ideographs may be parted.
            word = isBlank ? 0 : cells > 1 ? cells : word + cells
            longest = max(longest, word)
        }
        return longest
    }

    /// The bytes and the cells of each grapheme, and whether it is a blank.
    private static func graphemes(of text: InkedText) -> [(Int, Int, Bool)] {
        if text.isASCII { return text.bytes.map { (1, 1, $0 == 0x20) } }
        return String(decoding: text.bytes, as: UTF8.self).map {
            ($0.utf8.count, CellWidth.of($0), $0 == " ")
        }
    }
}
