import TestSupport

/// Texts that are made of what Markdown is made of, in any order.
enum RandomMarkdown {
    private static let pieces = [
        "*", "**", "***", "_", "__", "~~", "`", "``", "```", "~~~", "[", "]", "](", ")", "![",
        "<https://a.b/c>", "https://x.y/a_b_c", "(http://q.r)", "\\", "\\*", "|", "| ", " | ",
        "|---|", "| :-: |", "\n", "\n", "\n\n", " ", "    ", "\t", "- ", "* ", "+ ", "1. ", "12) ",
        "- [ ] ", "- [x] ", "> ", ">", "# ", "### ", "---", "***\n", "a", "word", "two words ",
        "snake_case", "2*3", "日本", "「語」", "e\u{301}", "👩‍👩‍👧", "🇩🇪", "é", "\"", "'", "//",
        "/*", "*/", "#", "let x = 1", "```swift\n", "```json\n", "\"key\": ", "<tag a=\"b\">", "$x",
        "@name", ":", "!", ".",
    ]

    /// A text.
    static func text(_ seed: UInt64, pieces count: Int = 40) -> String {
        var random = SeededGenerator(seed: seed)
        return (0..<count).reduce(into: "") { text, _ in
            text.unicodeScalars += (pieces.randomElement(using: &random) ?? "").unicodeScalars
        }
    }

    /// A text cut into chunks at random places between scalars.
    static func cut(_ text: String, _ seed: UInt64) -> [String] {
        var random = SeededGenerator(seed: seed)
        var chunks: [String] = []
        var rest = Array(text.unicodeScalars)[...]
        while !rest.isEmpty {
            let part = rest.prefix(Int.random(in: 1...9, using: &random))
            chunks.append(String(String.UnicodeScalarView(part)))
            rest = rest.dropFirst(part.count)
        }
        return chunks
    }
}
