import Markdown

/// Renders Markdown, as models write it, as HTML in which everything that is not Markdown is text.
///
/// Every line is looked at a fixed number of times and nesting has a limit, so that no text is
/// slow or deep.
struct MarkdownHTML {
    /// The deepest that quotes and lists may be nested; what is deeper is text.
    static let mostLevels = 8

    /// The HTML so far.
    var html: [UInt8] = []

    /// Renders a text.
    static func of(_ text: String) -> [UInt8] {
        var renderer = MarkdownHTML()
        let lines = Array(text.utf8).split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == UInt8(ascii: "\n") }
        ).map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        renderer.blocks(lines[...], level: 0)
        return renderer.html
    }

    /// Renders lines as blocks.
    ///
    /// - Parameters:
    ///   - lines: The lines.
    ///   - level: How deep they are in quotes and lists.
    ///   - isTight: Whether paragraphs go without marks of their own, as in most lists.
    mutating func blocks(_ lines: ArraySlice<ArraySlice<UInt8>>, level: Int, isTight: Bool = false)
    {
        var rest = lines
        while let line = rest.first {
            let kind = MarkdownLine(line)
            switch kind {
            case .blank: rest.removeFirst()
            case .fence(let fence, let indent): code(fence, indent, &rest)
            case .heading(let depth, let text):
                heading(depth, text)
                rest.removeFirst()
            case .rule:
                html += "<hr>\n".utf8
                rest.removeFirst()
            case .quote where level < Self.mostLevels: quote(&rest, level: level)
            case .item(let item) where level < Self.mostLevels: list(item, &rest, level: level)
            default:
                if !table(&rest) { paragraph(&rest, level: level, isTight: isTight) }
            }
        }
    }

    private mutating func heading(_ depth: Int, _ text: ArraySlice<UInt8>) {
        // The page and its messages have the first two levels.
        let tag = "h\(min(depth + 2, 6))"
        html += "<\(tag)>".utf8
        html += MarkdownInlines.html(of: text)
        html += "</\(tag)>\n".utf8
    }

    private mutating func code(
        _ fence: CodeFence, _ indent: Int, _ rest: inout ArraySlice<ArraySlice<UInt8>>
    ) {
        rest.removeFirst()
        let body = rest.prefix { !fence.isClosed(by: MarkdownLine.trimmed($0)) }
        rest = rest.dropFirst(body.count + 1)
        var code: [UInt8] = []
        for line in body {
            let blanks = line.prefix(indent).prefix { $0 == UInt8(ascii: " ") }.count
            code += line.dropFirst(blanks)
            code.append(UInt8(ascii: "\n"))
        }
        html += "<pre><code>".utf8
        CodeHighlighter.append(code, in: fence.language, to: &html)
        html += "</code></pre>\n".utf8
    }

    private mutating func quote(_ rest: inout ArraySlice<ArraySlice<UInt8>>, level: Int) {
        let quoted = rest.prefix { MarkdownLine.unquoted($0) != nil }
        rest = rest.dropFirst(quoted.count)
        html += "<blockquote>\n".utf8
        blocks(quoted.compactMap(MarkdownLine.unquoted)[...], level: level + 1)
        html += "</blockquote>\n".utf8
    }

    private mutating func paragraph(
        _ rest: inout ArraySlice<ArraySlice<UInt8>>, level: Int, isTight: Bool
    ) {
        var lines = [rest.removeFirst()]
        while let next = rest.first, !MarkdownLine(next).interrupts(atLevel: level) {
            lines.append(next)
            rest.removeFirst()
        }
        if !isTight { html += "<p>".utf8 }
        let text = lines.enumerated().map { index, line in
            line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        }
        html += MarkdownInlines.html(of: text.joined(separator: [UInt8(ascii: "\n")]))
        html += (isTight ? "\n" : "</p>\n").utf8
    }
}
