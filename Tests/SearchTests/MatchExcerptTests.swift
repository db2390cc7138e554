import Search
import Testing

@Suite struct MatchExcerptTests {
    private func excerpt(_ line: String, of text: String, size: Int) throws -> MatchExcerpt {
        let query = try SearchQueryParser { _ in nil }.parse(line)
        let match = try MessageMatcher(query).match(text: text)
        return MatchExcerpt(of: text, hits: match?.hits ?? [], size: size)
    }

    /// The excerpt with what was looked for in brackets.
    private func marked(_ line: String, of text: String, size: Int) throws -> String {
        try excerpt(line, of: text, size: size).pieces.map {
            $0.isMatch ? "[\($0.text)]" : $0.text
        }.joined()
    }

    @Test(arguments: [
        (
            "fox", "the quick brown fox jumps over the lazy dog", 100,
            "the quick brown [fox] jumps over the lazy dog"
        ),
        ("fox", "the quick brown fox jumps over the lazy dog", 20, "…[fox] jumps over…"),
        ("dog", "the quick brown fox jumps over the lazy dog", 13, "…the lazy [dog]"),
        ("the", "the quick brown fox jumps over a lazy dog", 10, "[the] quick…"),
        ("fox", "  a \n\n\t fox\r\n  b  ", 50, "a [fox] b"),
        ("absent*", "absentmindedness", 5, "[absen]…"),
        ("nothing", "  The beginning of it all", 13, "The beginning…"),
        ("a b", "a x x x x x x x x x x a b y", 8, "…x [a] [b] y"),
        ("東京", "私は昨日東京に行きました", 6, "…日[東京]に行き…"),
        ("cafe", "un cafe\u{301} noir", 50, "un [cafe\u{301}] noir"),
        ("x", "", 10, ""), ("x", "   ", 10, ""),
    ])
    func `An excerpt shows what was found in its surroundings`(
        _ line: String, _ text: String, _ size: Int, _ expected: String
    ) throws {
        #expect(try marked(line, of: text, size: size) == expected)
    }

    @Test func `A character is never cut`() throws {
        let text =
            String(repeating: "👩‍👩‍👧‍👦", count: 20) + " fox " + String(repeating: "e\u{301}", count: 40)
        for size in 1...60 {
            let parts = try excerpt("fox", of: text, size: size).text.filter { $0 != "…" }
            #expect(parts.count <= size)
            #expect(parts.allSatisfy { "👩‍👩‍👧‍👦 foxe\u{301}".contains($0) })
        }
    }

    @Test func `Half of a character that was found shows the whole of it`() {
        let hits = [MessageMatch.Hit(range: 4..<8, term: 0)]
        #expect(
            MatchExcerpt(of: "a 🇩🇪 b", hits: hits, size: 9).pieces == [
                .init(text: "a ", isMatch: false), .init(text: "🇩🇪", isMatch: true),
                .init(text: " b", isMatch: false),
            ])
    }

    @Test func `Places beyond the end of the text are not shown`() {
        let hits = [MessageMatch.Hit(range: 90..<99, term: 0)]
        #expect(MatchExcerpt(of: "short", hits: hits, size: 9).text == "short")
    }

    @Test func `A very long text takes no longer than its places`() throws {
        let filler = String(repeating: "lorem ipsum ", count: 50_000)
        let text = filler + "needle" + String(repeating: " ", count: 100_000) + filler
        let time = try ContinuousClock().measure {
            let found = try excerpt("needle", of: text, size: 40)
            #expect(found.text.hasPrefix("…") && found.text.contains("needle"))
        }
        #expect(time < .seconds(60))
    }
}
