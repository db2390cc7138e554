extension MarkdownHTML {
    /// The most columns of a table; rows are filled up to them, which must not cost much.
    private static let mostColumns = 64

    /// Renders a table, if one comes next, and takes its lines.
    mutating func table(_ rest: inout ArraySlice<ArraySlice<UInt8>>) -> Bool {
        guard let head = rest.first, head.contains(UInt8(ascii: "|")),
            let second = rest.dropFirst().first, Self.isDelimiter(second)
        else { return false }
        let columns = Self.cells(of: head)
        let sides = Self.cells(of: second).map(Self.side)
        guard columns.count == sides.count, columns.count <= Self.mostColumns
        else { return false }
        rest = rest.dropFirst(2)
        html += "<table>\n<thead>".utf8
        row(columns, sides, tag: "th")
        html += "</thead>\n<tbody>\n".utf8
        while let line = rest.first, line.contains(UInt8(ascii: "|")) {
            rest.removeFirst()
            let cells = Self.cells(of: line).prefix(columns.count)
            row(
                cells + Array(repeating: [], count: columns.count - cells.count), sides, tag: "td")
        }
        html += "</tbody>\n</table>\n".utf8
        return true
    }

    /// The class that a cell of the line below the head asks for.
    private static func side(_ cell: ArraySlice<UInt8>) -> String {
        guard cell.last == UInt8(ascii: ":") else { return "" }
        return cell.first == UInt8(ascii: ":") ? " class=\"middle\"" : " class=\"right\""
    }

    private mutating func row(
        _ cells: some Sequence<ArraySlice<UInt8>>, _ sides: [String], tag: String
    ) {
        html += "<tr>".utf8
        for (cell, side) in zip(cells, sides) {
            html += "<\(tag)\(side)>".utf8
            html += MarkdownInlines.html(of: cell)
            html += "</\(tag)>".utf8
        }
        html += "</tr>\n".utf8
    }

    private static func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(UInt8(ascii: "-")) && line.allSatisfy { "|-: \t".utf8.contains($0) }
    }

    private static func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var line = MarkdownLine.trimmed(line)
        if line.first == UInt8(ascii: "|") { line = line.dropFirst() }
        var cells: [ArraySlice<UInt8>] = []
        var start = line.startIndex
        var isEscaped = false
        for index in line.indices {
            if line[index] == UInt8(ascii: "|"), !isEscaped {
                cells.append(MarkdownLine.trimmed(line[start..<index]))
                start = index + 1
            }
            isEscaped = line[index] == UInt8(ascii: "\\") && !isEscaped
        }
        if start < line.endIndex { cells.append(MarkdownLine.trimmed(line[start...])) }
        return cells
    }
}
