import Markdown

extension ANSIRenderer {
    /// The text with its looks switched on and off; newlines stay outside of the sequences.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - links: Where the links of the text lead, the first one with the number 1.
    /// - Returns: What is written.
    func render(_ text: InkedText, links: [[UInt8]]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.bytes.count * 2)
        var start = 0
        for run in text.runs {
            let attributes = Self.attributes(of: run.ink.style)
            let link = run.ink.link > 0 ? links[run.ink.link - 1] : []
            if !link.isEmpty { Self.append(link: link, to: &result) }
            if !attributes.isEmpty { result += "\u{1B}[\(attributes)m".utf8 }
            result += text.bytes[start..<run.end]
            if !attributes.isEmpty { result += "\u{1B}[0m".utf8 }
            if !link.isEmpty { Self.append(link: [], to: &result) }
            start = run.end
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// OSC 8, which begins a link, or ends it where the address is empty.
    private static func append(link: [UInt8], to result: inout [UInt8]) {
        result += "\u{1B}]8;;".utf8
        result += link
        result += "\u{1B}\\".utf8
    }

    /// The parameters of SGR; colours of code go before those of the text around it.
    private static func attributes(of style: MarkdownStyle) -> String {
        guard style.rawValue != 0 else { return "" }
        var attributes = ""
        for (part, number) in numbers where style.rawValue & part.rawValue != 0 {
            if !attributes.isEmpty { attributes += ";" }
            attributes += number
        }
        return attributes
    }

    private static let numbers: [(MarkdownStyle, String)] = [
        (.strong, "1"), (.label, "2"), (.comment, "2"), (.emphasis, "3"), (.title, "4"),
        (.link, "4"), (.strike, "9"), (.heading, "1;35"), (.keyword, "35"), (.string, "32"),
        (.marker, "36"), (.code, "36"), (.value, "36"), (.name, "36"), (.added, "32"),
        (.removed, "31"),
    ]
}
