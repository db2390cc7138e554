import Markdown

/// What a parser made of a text, in a form that is easy to compare.
struct Reading: Equatable {
    /// The events, each with its text.
    private(set) var parts: [String] = []
    /// The text of all events, without what is not of the text.
    ///
    /// The address of a link comes behind its text, unless it is the text.
    private(set) var shown = ""
    private var address: String?
    private var linkStart = 0

    /// Reads a text in chunks.
    init(_ chunks: [String]) {
        var parser = MarkdownParser()
        for chunk in chunks { add(parser.parse(chunk)) }
        add(parser.finish())
    }

    /// Reads a text.
    init(_ text: String) {
        self.init([text])
    }

    private mutating func add(_ text: MarkdownText) {
        var start = 0
        for event in text.events {
            switch event {
            case .text(let end, let style): add("text", text, &start, end, style)
            case .verbatim(let end, let style): add("verbatim", text, &start, end, style)
            case .indent(let end): add("indent", text, &start, end)
            case .bullet(let end): add("bullet", text, &start, end)
            case .number(let end): add("number", text, &start, end)
            case .task(let end, let isDone): add(isDone ? "done" : "open", text, &start, end)
            case .link(let end):
                address = String(decoding: text.bytes[start..<end], as: UTF8.self)
                parts.append("link \(address ?? "")")
                linkStart = shown.utf8.count
                start = end
            case .linkEnd:
                parts.append("linkEnd")
                let linkText = String(Substring(shown.utf8.dropFirst(linkStart)))
                if let address, address != linkText {
                    shown.unicodeScalars += address.unicodeScalars
                }
            case .newline:
                parts.append("newline")
                shown += "\n"
            default: parts.append("\(event)")
            }
        }
    }

    /// Adds text; what looks alike and follows each other is one part, however it was cut.
    private mutating func add(
        _ kind: String, _ text: MarkdownText, _ start: inout Int, _ end: Int,
        _ style: MarkdownStyle = []
    ) {
        let bytes = String(decoding: text.bytes[start..<end], as: UTF8.self)
        start = end
        shown.unicodeScalars += bytes.unicodeScalars
        let name = "\(kind) \(style.rawValue) "
        if ["text", "verbatim"].contains(kind), let last = parts.last, last.hasPrefix(name) {
            parts[parts.count - 1].unicodeScalars += bytes.unicodeScalars
        } else {
            parts.append(name + bytes)
        }
    }
}
