import Terminal
import TestSupport
import Testing

struct MarkdownReplyPropertyTests {
    private static let pieces = [
        "**", "*", "`", "~~", "[", "](https://a.b)", "\n", "\n\n", "- ", "1. ", "> ", "# ", "```\n",
        "```swift\n", "| ", " | ", "|---|\n", "word ", "more words of text ", "日本語、", "e\u{301}",
        "👩‍👩‍👧", "🇩🇪", "let x = 1\n", "a_b", "2*3", "\\*", "    ", "---\n", "averyveryverylongword",
    ]

    private func text(_ seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        return (0..<50).reduce(into: "") { text, _ in
            text += Self.pieces.randomElement(using: &random) ?? ""
        }
    }

    private func chunks(_ text: String, _ seed: UInt64) -> [String] {
        var random = SeededGenerator(seed: seed)
        var rest = text.unicodeScalars[...]
        var chunks: [String] = []
        while !rest.isEmpty {
            let chunk = rest.prefix(Int.random(in: 1...20, using: &random))
            chunks.append(String(chunk))
            rest = rest[chunk.endIndex...]
        }
        return chunks
    }

    @Test(arguments: 0..<60)
    func `However a reply is cut, the screen is the same`(seed: UInt64) {
        let text = text(seed)
        for columns in [40, 80, 200] {
            let whole = PaintedText(MarkdownScreen.show([text], columns: columns))
            let cut = PaintedText(MarkdownScreen.show(chunks(text, seed), columns: columns))
            let isSame = cut == whole
            #expect(isSame, "\(columns): \(text.debugDescription)")
            #expect(whole.strangers.isEmpty)
        }
    }

    @Test func `However the sample is cut, the screen is the same`() {
        for columns in [40, 80, 200] {
            let whole = PaintedText(MarkdownScreen.show([MarkdownScreen.reply], columns: columns))
            for seed in UInt64(0)..<20 {
                let cut = chunks(MarkdownScreen.reply, seed)
                #expect(PaintedText(MarkdownScreen.show(cut, columns: columns)) == whole)
            }
        }
    }

    /// What is neither white space nor can be markup or layout.
    private func words(_ text: String) -> [Unicode.Scalar] {
        let others = Set("*_~`[]()\\<>|#-─┼│•1. \t\n".unicodeScalars)
        return text.unicodeScalars.filter { !others.contains($0) }
    }

    @Test(arguments: 0..<60)
    func `All text of a reply is on the screen, in order`(seed: UInt64) {
        // In a table whose cells are broken into lines the order is that of the cells.
        let text = text(seed).replacing("|---|", with: "| --|")
        for columns in [40, 80, 200] {
            let shown = PaintedText(MarkdownScreen.show([text], columns: columns)).plain
            let isWhole = words(shown) == words(text)
            #expect(isWhole, "\(columns): \(text.debugDescription)")
        }
    }

    @Test(arguments: 0..<60)
    func `Tables lose nothing either`(seed: UInt64) {
        let text = text(seed)
        let shown = PaintedText(MarkdownScreen.show([text], columns: 40)).plain
        #expect(words(shown).sorted() == words(text).sorted(), "\(text.debugDescription)")
    }

    private static let payloads = [
        "\u{1B}]52;c;cm0gLXJm\u{7}", "\u{1B}]0;title\u{1B}\\", "\u{1B}P$q\"p\u{1B}\\",
        "\u{1B}[2J\u{1B}[1;1H",
        "\u{1B}[?1049h", "\u{9B}31m", "\u{202E}evil\u{2066}", "a\rb", "\u{8}\u{8}", "\u{7F}\u{0}",
        "\u{1B}]8;;https://evil.com\u{1B}\\click\u{1B}]8;;\u{1B}\\", "\u{85}\u{8D}",
    ]

    @Test(arguments: payloads)
    func `What could command the terminal is shown wherever it stands`(payload: String) {
        let places = [
            "x", "`x`", "**x**", "# x", "- x", "> x", "```x\ncode\n```",
            "```swift\nlet a = \"x\"\n```",
            "[x](https://a.b)", "[a](https://a.b/x)", "[a](https://a.b \"x\")", "<https://a.b/x>",
            "| x | b |\n|---|---|\n| c | x |\n", "~~~\nx\n~~~", "- [ ] x", "**x", "| x",
        ]
        for place in places {
            let text = place.replacing("x", with: payload)
            for environment in [[:], ["TERM": "xterm-kitty"]] {
                let whole = MarkdownScreen.show([text], environment: environment)
                let single = text.unicodeScalars.map { String(Character($0)) }
                let cut = MarkdownScreen.show(single, environment: environment)
                #expect(PaintedText(whole).strangers.isEmpty, "\(text.debugDescription)")
                #expect(PaintedText(cut) == PaintedText(whole), "\(text.debugDescription)")
            }
        }
    }

    @Test func `No line is wider than the terminal but code and long words`() {
        let reply = MarkdownScreen.reply.replacing(" \"a line of code", with: "\n\"a")
        for columns in 30...100 {
            let lines = MarkdownScreen.plain(reply, columns: columns).split(separator: "\n")
            let wide = lines.filter { CellWidth.of($0) > columns }
            #expect(
                wide.allSatisfy {
                    $0.contains("https:") || $0.contains("read(_") || $0.contains("others")
                }, "\(columns) \(wide)")
        }
    }
}
