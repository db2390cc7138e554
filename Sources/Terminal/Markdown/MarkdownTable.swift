import Markdown

/// A table of a reply that is held back until it ends, because its columns are as wide as their
/// widest cells.
struct MarkdownTable: Sendable {
    /// A cell, and the cells of the terminal that it takes.
    struct Cell: Sendable {
        var text = InkedText()
        var width = 0
    }

    /// A column that is narrower than that is of no use.
    private static let leastWidth = 4

    private let alignments: [MarkdownText.Alignment]
    /// The rows, the titles first.
    private(set) var rows: [[Cell]] = []
    private var row: [Cell] = []
    private var cell = Cell()
    /// The widest cell of each column.
    private var widths: [Int] = []
    /// The widest word of each column.
    private var wordWidths: [Int] = []

    /// Makes an empty table.
    init(_ alignments: [MarkdownText.Alignment]) {
        self.alignments = alignments
    }

    /// Adds text to the cell at hand.
    mutating func add(_ text: ArraySlice<UInt8>, _ ink: Ink) {
        var ink = ink
        if rows.isEmpty { ink.style.insert(.strong) }
        cell.text.append(text, ink)
    }

    /// Ends the cell at hand.
    mutating func endCell() {
        cell.width = cell.text.cells
        if widths.count == row.count {
            widths.append(1)
            wordWidths.append(1)
        }
        widths[row.count] = max(widths[row.count], cell.width)
        let word = CellBreaker.longestWord(of: cell)
        wordWidths[row.count] = max(wordWidths[row.count], word)
        row.append(cell)
        cell = Cell()
    }

    /// Ends the row at hand.
    mutating func endRow() {
        rows.append(row)
        row = []
    }

    /// The lines of the table in so many cells; `nil` where it has too many columns for them.
    func lines(within room: Int, isUTF8: Bool) -> [InkedText]? {
        let gaps = widths.count - 1
        // Where words would have to be broken, blanks beside the bars are a luxury.
        let isTight = wordWidths.reduce(0, +) > room - 3 * gaps
        let free = room - (isTight ? 1 : 3) * gaps
        guard !widths.isEmpty,
            free >= widths.reduce(0, { $0 + min($1, Self.leastWidth) })
        else { return nil }
        let widths = widths(within: free)
        let (bar, line, cross) = isUTF8 ? ("│", "─", "┼") : ("|", "-", "+")
        let across = widths.map { String(repeating: line, count: $0) }
        let rule = InkedText(
            across.joined(separator: isTight ? cross : line + cross + line), .faint)
        let isWrapped = widths != self.widths
        var lines: [InkedText] = []
        for (index, row) in rows.enumerated() {
            if index == 1 || isWrapped && index > 1 { lines.append(rule) }
            lines += layOut(row, widths, bar: isTight ? bar : " \(bar) ")
        }
        return lines
    }

    /// A row as text.
    func plain(_ row: [Cell]) -> InkedText {
        var text = InkedText()
        for (index, cell) in row.enumerated() {
            if index > 0 { text.append(" | ".utf8, .faint) }
            text.append(cell.text)
        }
        return text
    }

    /// The widths of the columns in so many cells: wide ones give way first, and words are broken
    /// only where nothing else helps.
    private func widths(within room: Int) -> [Int] {
        let words = Self.narrowed(wordWidths, to: room)
        guard words == wordWidths else { return words }
        let wanted = zip(widths, words).map { $0 - $1 }
        let more = Self.narrowed(wanted, to: room - words.reduce(0, +), least: 0)
        return zip(words, more).map { $0 + $1 }
    }

    /// Numbers whose sum is no more than a limit: large ones give way first.
    private static func narrowed(_ numbers: [Int], to room: Int, least: Int = leastWidth) -> [Int] {
        var open = Array(numbers.indices)
        var free = room
        var limit = room
        while !open.isEmpty {
            limit = max(least, free / open.count)
            let small = open.filter { numbers[$0] <= limit }
            guard !small.isEmpty else { break }
            free -= small.reduce(0) { $0 + numbers[$1] }
            open.removeAll { numbers[$0] <= limit }
        }
        return numbers.map { min($0, limit) }
    }

    private func layOut(_ row: [Cell], _ widths: [Int], bar: String) -> [InkedText] {
        let cells = widths.indices.map { index -> [Cell] in
            guard index < row.count else { return [] }
            let cell = row[index]
            return cell.width <= widths[index] ? [cell] : CellBreaker.lines(of: cell, widths[index])
        }
        let height = cells.reduce(1) { max($0, $1.count) }
        return (0..<height).map { number in
            var line = InkedText()
            for (index, parts) in cells.enumerated() {
                let part = number < parts.count ? parts[number] : Cell()
                let slack = max(0, widths[index] - part.width)
                let alignment = index < alignments.count ? alignments[index] : .leading
                let before = alignment == .leading ? 0 : alignment == .center ? slack / 2 : slack
                if index > 0 { line.append(bar.utf8, .faint) }
                // No line ends in blanks.
                if part.text.isEmpty, index == cells.count - 1 { break }
                line.appendBlanks(before)
                line.append(part.text)
                if index < cells.count - 1 { line.appendBlanks(slack - before) }
            }
            return line
        }
    }
}
