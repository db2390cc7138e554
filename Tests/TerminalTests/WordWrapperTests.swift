import Terminal
import Testing

struct WordWrapperTests {
    private static let texts = [
        "The quick brown fox jumps over the lazy dog, and then it sleeps.",
        "One\n\n  two three\n\tfour five six seven\n   \nend  ",
        "- a list item that goes on and on\n  10. another item that is long",
        "See https://example.com/a/very/long/path?with=query for more.",
        "Code:\n```swift\nlet x = 1  // a long comment that stays\n```\nand text again, wrapped",
        "````\n```\nstill code that is not wrapped\n````\nwrapped again at last",
        "日本語の文章は、空白なしで書かれます。「括弧」もあります。",
        "mixed 日本語 text、with e\u{301}ncyclopa\u{308}dic 👨‍👩‍👧‍👦 family 🇩🇪🇫🇷 flags ❤️ hearts",
        "한국어는 띄어쓰기를 하는 언어입니다", "```inline``` code is no fence, it goes on",
    ]

    private func wrap(_ chunks: [String], width: Int?) -> String {
        var wrapper = WordWrapper()
        let text = chunks.map { wrapper.wrap($0, width: width) }.joined()
        return text + wrapper.flush()
    }

    private func words(_ text: String) -> [Substring] {
        text.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    }

    @Test func `Words that do not fit go to the next line`() {
        #expect(WordWrapper.wrap("one two three", width: 7) == "one two\nthree")
        #expect(WordWrapper.wrap("one two three", width: 8) == "one two\nthree")
        #expect(WordWrapper.wrap("one two three", width: 13) == "one two three")
        #expect(WordWrapper.wrap("one two three", width: 1) == "one\ntwo\nthree")
    }

    @Test func `Without a width nothing changes`() {
        for text in Self.texts {
            #expect(WordWrapper.wrap(text, width: nil).isIdentical(to: text))
        }
    }

    @Test(arguments: texts)
    func `Only white space between words becomes a newline`(text: String) {
        let isIdeographic = text.contains("日")
        for width in 1...80 {
            let wrapped = WordWrapper.wrap(text, width: width)
            if isIdeographic {
                #expect(words(wrapped).joined() == words(text).joined())
            } else {
                #expect(words(wrapped) == words(text))
            }
            let sourceLines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let lines = wrapped.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count >= sourceLines.count)
        }
    }

    @Test(arguments: [texts[0], texts[2], texts[6], texts[8]])
    func `No line is wider than the terminal, unless by one long word`(text: String) {
        for width in 2...80 {
            for line in WordWrapper.wrap(text, width: width).split(separator: "\n") {
                let parts = words(String(line))
                #expect(CellWidth.of(line) <= width || parts.count <= 2, "\(width): \(line)")
            }
        }
        for width in 12...80 {
            let lines = WordWrapper.wrap(text, width: width).split(separator: "\n")
            #expect(lines.allSatisfy { CellWidth.of($0) <= width })
        }
    }

    @Test(arguments: texts)
    func `However a text is cut, the result is the same`(text: String) {
        for width in [7, 20] {
            let whole = WordWrapper.wrap(text, width: width)
            #expect(text.cuts.allSatisfy { wrap($0, width: width).isIdentical(to: whole) })
        }
    }

    @Test func `Only a word that may not fit is held back`() {
        var wrapper = WordWrapper()
        #expect(wrapper.wrap("He", width: 20) == "He")
        #expect(wrapper.wrap("llo wor", width: 20) == "llo")
        #expect(wrapper.wrap("ld", width: 20) == "")
        #expect(wrapper.wrap(" ", width: 20) == " world")
        #expect(wrapper.wrap("encyclopa", width: 20) == "")
        #expect(wrapper.wrap("edia, and everything else", width: 20).hasPrefix("\nencyclopaedia,"))
        #expect(wrapper.wrap(" https://example.com", width: 20).hasSuffix("else"))
        #expect(wrapper.wrap("/p", width: 20) == "\nhttps://example.com/p")
        #expect(wrapper.wrap("ath", width: 20) == "ath")
    }

    @Test func `Where there is room for any word nothing is held back`() {
        var wrapper = WordWrapper()
        #expect(wrapper.wrap("Tokens app", width: 47) == "Tokens app")
        #expect(wrapper.wrap("ear as th", width: 47) == "ear as th")
        #expect(wrapper.wrap("ey come", width: 47) == "ey")
        #expect(wrapper.wrap(".", width: 47) == "")
        #expect(wrapper.wrap(" ", width: 47) == " come.")
    }

    @Test func `A word of marks without a width is not held for ever`() {
        let marks = "x" + String(repeating: "\u{301}", count: 600)
        var wrapper = WordWrapper()
        #expect(wrapper.wrap("aa bb ", width: 8) == "aa bb")
        #expect(wrapper.wrap(marks, width: 8).isIdentical(to: " " + marks))
    }

    @Test func `A pause gives out the held word, and its rest follows`() {
        var wrapper = WordWrapper()
        #expect(wrapper.wrap("a wor", width: 10) == "a")
        #expect(wrapper.flush() == " wor")
        #expect(wrapper.wrap("ldwide x", width: 10) == "ldwide")
        #expect(wrapper.flush() == " x")
        #expect(wrapper.flush() == "")
    }

    @Test func `A paragraph and a list item keep their indentation`() {
        #expect(WordWrapper.wrap("  aa bb cc", width: 7) == "  aa bb\n  cc")
        #expect(WordWrapper.wrap("- aa bb cc", width: 7) == "- aa bb\n  cc")
        #expect(WordWrapper.wrap(" 1. aa bb", width: 7) == " 1. aa\nbb")
        #expect(WordWrapper.wrap(" 1. aa bb", width: 8) == " 1. aa\n    bb")
        #expect(WordWrapper.wrap("      aa bb", width: 8) == "      aa\nbb")
        #expect(WordWrapper.wrap("  10. another one", width: 12) == "  10.\nanother one")
        #expect(WordWrapper.wrap("- https://example.com", width: 9) == "- https://example.com")
    }

    @Test func `A long word is left to the terminal to break`() {
        let url = "https://example.com/path"
        #expect(WordWrapper.wrap("see \(url) now", width: 10) == "see\n\(url) now")
        #expect(WordWrapper.wrap("see \(url) later", width: 9) == "see\n\(url)\nlater")
    }

    @Test func `Code keeps its lines until its own fence ends it`() {
        let code = "```\nlet a = 1 + 2 + 3\n  ```swift\n~~~\n```"
        #expect(WordWrapper.wrap(code + "\naa bb cc", width: 5) == code + "\naa bb\ncc")
        let nested = "````\n``` aa bb cc\n````"
        #expect(WordWrapper.wrap(nested, width: 5) == nested)
        #expect(WordWrapper.wrap("```x``` aa", width: 7) == "```x```\naa")
    }

    @Test func `Ideographs part anywhere but before closing punctuation`() {
        #expect(WordWrapper.wrap("日本語文", width: 4) == "日本\n語文")
        #expect(WordWrapper.wrap("日本。語", width: 4) == "日\n本。\n語")
        #expect(WordWrapper.wrap("日「本」", width: 4) == "日\n「本」")
        #expect(WordWrapper.wrap("가나다 라마", width: 6) == "가나다\n라마")
    }

    @Test func `The width may change between chunks`() {
        var wrapper = WordWrapper()
        #expect(wrapper.wrap("aaa bbb ", width: 80) == "aaa bbb")
        #expect(wrapper.wrap("ccc ", width: 10) == "\nccc")
        #expect(wrapper.wrap("ddd eee ", width: nil) == " ddd eee ")
    }

    @Test func `After a line that somebody else ended the text goes on at its beginning`() {
        var wrapper = WordWrapper()
        #expect(wrapper.wrap("aaa bb", width: 8) + wrapper.flush() == "aaa bb")
        wrapper.moveToFreshLine()
        #expect(wrapper.wrap("b cccc d", width: 8) + wrapper.flush() == "b cccc d")
    }
}
