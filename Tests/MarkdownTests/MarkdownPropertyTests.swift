import Markdown
import Testing

struct MarkdownPropertyTests {
    /// What may be missing from what is shown: everything that can be markup, and blanks.
    private static let markup = Set("*_~`[]()!\\<>|#-+:=\"xX \t\n".unicodeScalars)

    private func words(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !Self.markup.contains($0) }
    }

    /// Whether the scalars of a text are in another one, in order.
    private func isIn(_ text: [Unicode.Scalar], _ other: some Sequence<Unicode.Scalar>) -> Bool {
        var rest = text[...]
        for scalar in other where scalar == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }

    @Test(arguments: 0..<400)
    func `However a text is cut, it is read alike`(seed: UInt64) {
        let text = RandomMarkdown.text(seed)
        let whole = Reading(text)
        let single = Reading(text.unicodeScalars.map { String(Character($0)) })
        let isSame = single == whole
        #expect(isSame, "\(text.debugDescription)")
        for other in UInt64(0)..<5 {
            let cut = Reading(RandomMarkdown.cut(text, seed * 10 + other))
            let isSame = cut == whole
            #expect(isSame, "\(text.debugDescription)")
        }
    }

    @Test(arguments: 0..<400)
    func `Everything but markup is shown, in order, and nothing is made up`(seed: UInt64) {
        let text = RandomMarkdown.text(seed)
        let shown = Reading(text).shown
        let isWhole = words(shown) == words(text)
        #expect(isWhole, "\(text.debugDescription)")
        let isShown = isIn(shown.unicodeScalars.filter { $0 != "\n" }, text.unicodeScalars)
        #expect(isShown, "\(text.debugDescription)")
    }

    @Test(arguments: ["*a _b [c `", "[a](", "`", "``` ", "> ", "- ", "|a|\n", "<https://", "x"])
    func `What is held back has a limit`(piece: String) {
        var parser = MarkdownParser()
        var taken = 0
        var given = 0
        for _ in 0..<20_000 {
            taken += piece.utf8.count
            given += parser.parse(piece).bytes.count
        }
        let held = parser.finish().bytes.count
        // Marks of quotations and of lines are no text.
        #expect(held <= 40_000 && (given + held) * 4 >= taken || piece == "> ")
        #expect(held <= 3000 || piece == "|a|\n")
    }
}
