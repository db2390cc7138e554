import Markdown

/// Colours code: comments, texts, numbers and the words of its language.
enum CodeHighlighter {
    /// Adds code to HTML, coloured where the language is known.
    static func append(_ code: [UInt8], in language: String, to html: inout [UInt8]) {
        let text = MarkdownText.code(code, in: language)
        var start = 0
        for event in text.events {
            guard case .verbatim(let end, let style) = event else {
                html += "\n".utf8
                continue
            }
            let kind = kinds.first { style.contains($0.0) }?.1
            if let kind { html += "<span class=\"\(kind)\">".utf8 }
            HTMLText.append(text.bytes[start..<end], to: &html)
            if kind != nil { html += "</span>".utf8 }
            start = end
        }
    }

    private static let kinds: [(MarkdownStyle, String)] = [
        (.comment, "c"), (.string, "s"), (.added, "s"), (.value, "n"), (.name, "n"),
        (.keyword, "k"), (.removed, "k"),
    ]
}
