extension TextTable {
    private static let separator = "  "
    /// Below this width a flexible column gives way no more than the others.
    private static let usefulWidth = 8

    /// The lines of the table, no wider than `width` where that can be.
    package func lines(
        width: Int? = nil, renderer: any StyleRenderer = PlainRenderer(), ellipsis: String = "…"
    ) -> [String] {
        let widths = columnWidths(within: width)
        let titles = columns.map { Cell($0.title, as: .heading) }
        let hasTitles = titles.contains { !$0.text.isEmpty }
        return ((hasTitles ? [titles] : []) + rows).map { row in
            line(row, widths: widths, renderer: renderer, ellipsis: ellipsis)
        }
    }

    private func line(
        _ row: [Cell], widths: [Int], renderer: any StyleRenderer, ellipsis: String
    ) -> String {
        var line = ""
        var owed = 0
        for (index, cell) in row.enumerated() {
            let text = CellWidth.truncated(cell.text, to: widths[index], mark: ellipsis)
            let slack = max(0, widths[index] - CellWidth.of(text))
            let isTrailing = columns[index].alignment == .trailing
            // Spaces are written before a text only, so that no line ends in them.
            let before = owed + (isTrailing ? slack : 0)
            owed = (isTrailing ? 0 : slack) + Self.separator.utf8.count
            guard !text.isEmpty else {
                owed += before
                continue
            }
            line += String(repeating: " ", count: before)
            line += cell.style.map { renderer.render(text, as: $0) } ?? text
        }
        return line
    }

    private func columnWidths(within limit: Int?) -> [Int] {
        var widths = columns.indices.map { index in
            rows.reduce(CellWidth.of(columns[index].title)) {
                max($0, CellWidth.of($1[index].text))
            }
        }
        guard let limit else { return widths }
        let room = limit - Self.separator.utf8.count * max(0, columns.count - 1)
        while widths.reduce(0, +) > room, let index = columnToNarrow(widths) {
            widths[index] -= 1
        }
        return widths
    }

    /// The widest flexible column, then the widest of all, while they have something to give.
    private func columnToNarrow(_ widths: [Int]) -> Int? {
        let flexible = columns.indices.filter {
            columns[$0].isFlexible && widths[$0] > Self.usefulWidth
        }
        let candidates = flexible.isEmpty ? columns.indices.filter { widths[$0] > 1 } : flexible
        return candidates.max { widths[$0] < widths[$1] }
    }
}
