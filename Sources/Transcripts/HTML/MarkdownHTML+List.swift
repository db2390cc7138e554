extension MarkdownHTML {
    /// Renders a list, and takes its lines.
    mutating func list(
        _ first: MarkdownLine.Item, _ rest: inout ArraySlice<ArraySlice<UInt8>>, level: Int
    ) {
        var items: [[ArraySlice<UInt8>]] = []
        var isLoose = false
        while let line = rest.first, case .item(let item) = MarkdownLine(line),
            item.mark == first.mark, (item.number == nil) == (first.number == nil),
            items.isEmpty || item.indent < first.indent + 2
        {
            let (lines, hasGap) = takeItem(item, &rest)
            items.append(lines)
            let more = rest.first.map { if case .item = MarkdownLine($0) { true } else { false } }
            isLoose = isLoose || hasGap && more == true
        }
        let tag = first.number == nil ? "ul" : "ol"
        let start = first.number.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        html += "<\(tag)\(start)>\n".utf8
        for var lines in items {
            html += "<li>".utf8
            takeBox(&lines)
            blocks(lines[...], level: level + 1, isTight: !isLoose)
            html += "</li>\n".utf8
        }
        html += "</\(tag)>\n".utf8
    }

    /// Takes the lines of one item, without what they are indented by, and says whether an empty
    /// line is behind it.
    private func takeItem(
        _ item: MarkdownLine.Item, _ rest: inout ArraySlice<ArraySlice<UInt8>>
    ) -> (lines: [ArraySlice<UInt8>], hasGap: Bool) {
        var lines = [rest.removeFirst().dropFirst(item.indent)]
        var gap = 0
        while let line = rest.first {
            let indent = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
            if indent == line.count {
                gap += 1
            } else if indent >= min(item.indent, 4) || line.first == UInt8(ascii: "\t") {
                lines += Array(repeating: [], count: gap)
                lines.append(line.dropFirst(min(indent, item.indent)))
                gap = 0
            } else if gap == 0, case .text = MarkdownLine(line) {
                lines.append(line)
            } else {
                break
            }
            rest.removeFirst()
        }
        return (lines, gap > 0)
    }

    /// Renders the box of a task, if there is one.
    private mutating func takeBox(_ lines: inout [ArraySlice<UInt8>]) {
        guard let line = lines.first else { return }
        if line.starts(with: "[ ] ".utf8) {
            html += "☐ ".utf8
        } else if line.starts(with: "[x] ".utf8) || line.starts(with: "[X] ".utf8) {
            html += "☑ ".utf8
        } else {
            return
        }
        lines[0] = line.dropFirst(4)
    }
}
