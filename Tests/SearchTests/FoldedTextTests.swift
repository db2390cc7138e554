import Testing

@testable import Search

@Suite struct FoldedTextTests {
    private func words(_ text: String) -> [String] {
        let folded = FoldedText(text)
        return folded.tokens.map { String(decoding: folded.spelling(of: $0), as: UTF8.self) }
    }

    @Test(arguments: [
        ("The quick, brown fox.", ["the", "quick", "brown", "fox"]),
        ("snake_case camelCase", ["snake", "case", "camelcase"]),
        ("don't can’t", ["don", "t", "can", "t"]), ("3.14 qwen3:4b", ["3", "14", "qwen3", "4b"]),
        ("東京tower", ["東", "京", "tower"]), ("ABC株式", ["abc", "株", "式"]), ("ไทย", ["ไ", "ท", "ย"]),
        ("हिन्दी", ["हिन्दी"]), ("مَرحَبا", ["مَرحَبا"]), ("-> ++ 🎉", []), ("", []),
        ("cafe\u{301}s", ["cafes"]), ("\u{301}a", ["a"]),
    ])
    func `Words are runs of letters and digits`(_ text: String, _ expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func `A word knows where it stands with its accents`() {
        let text = "«Cafe\u{301}s», naïve 東\u{301}京"
        let parts = FoldedText(text).tokens.map {
            String(decoding: Array(text.utf8)[$0.source], as: UTF8.self)
        }
        #expect(parts == ["Cafe\u{301}s", "naïve", "東\u{301}", "京"])
    }

    @Test func `A part of the plain spelling is traced back to whole scalars`() {
        let folded = FoldedText("aßé e\u{301}x", withOrigins: true)
        #expect(String(decoding: folded.bytes, as: UTF8.self) == "asse ex")
        #expect(folded.source(of: 1..<2) == 1..<3)
        #expect(folded.source(of: 2..<4) == 1..<5)
        #expect(folded.source(of: 5..<6) == 6..<9)
        #expect(folded.source(of: 6..<7) == 9..<10)
        #expect(folded.source(of: 7..<7) == 10..<10)
    }

    @Test func `A place is inside a word where it is not at its ends`() {
        let folded = FoldedText("ab, cd")
        #expect((0...6).filter(folded.isInsideWord) == [1, 5])
    }
}
