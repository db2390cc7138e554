import Chat
import Testing

@Suite struct WordDifferenceTests {
    private func joined(
        _ difference: WordDifference, _ keeps: (WordDifference.Piece) -> String?
    ) -> String {
        difference.pieces.compactMap(keeps).joined()
    }

    private func old(_ difference: WordDifference) -> String {
        joined(difference) { piece in
            switch piece {
            case .same(let text), .removed(let text): text
            case .added: nil
            }
        }
    }

    private func new(_ difference: WordDifference) -> String {
        joined(difference) { piece in
            switch piece {
            case .same(let text), .added(let text): text
            case .removed: nil
            }
        }
    }

    @Test func `A word that was replaced is told between those that stayed`() {
        #expect(
            WordDifference(from: "The quick fox", to: "The slow fox").pieces == [
                .same("The "), .removed("quick"), .added("slow"), .same(" fox"),
            ])
    }

    @Test(arguments: [
        ("", ""), ("", "new"), ("old", ""), ("a b c", "a b c"), ("a b c", "c b a"),
        ("one\ntwo  three", "one two\nthree"), ("日本 語", "日本 人 語"), (" x ", "x"),
    ])
    func `Both texts can be made of the pieces`(before: String, after: String) {
        let difference = WordDifference(from: before, to: after)
        #expect(old(difference) == before)
        #expect(new(difference) == after)
    }

    @Test func `Random texts can be made of the pieces`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let texts = (0..<2).map { _ in
                (0..<Int.random(in: 0..<30, using: &generator)).map { _ in
                    ["a", "bb", " ", "\n"].randomElement(using: &generator) ?? ""
                }.joined()
            }
            let difference = WordDifference(from: texts[0], to: texts[1])
            #expect(old(difference) == texts[0])
            #expect(new(difference) == texts[1])
        }
    }

    @Test func `Texts that are very long are told as a whole`() {
        let long = String(repeating: "word ", count: 6_000)
        #expect(
            WordDifference(from: long, to: long + "x").pieces == [
                .removed(long), .added(long + "x"),
            ])
        #expect(WordDifference(from: long, to: long).pieces == [.same(long)])
    }
}
