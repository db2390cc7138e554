import TestSupport
import Testing

@testable import Search

@Suite struct IndexQueryTests {
    private static let words = """
        run runs running runner hope hoping hopped class classes query queries die died agree agreed
        carried carry use using used being embed kernel kernels k ke don t café naïve straße über
        日 本 مرحبا привет приветы snake2 x86 ll full fully fulfilled rolling roll buzz buzzing movie
        movies seen see sees needed bus buses focus this his gas analysis supercalifragilisticexpialidocious
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private func parse(_ text: String) throws -> SearchQuery {
        try SearchQueryParser { _ in nil }.parse(text)
    }

    /// Whether a text with these terms would be looked at for a word of a query.
    private func admits(_ word: IndexQuery.Word, _ terms: Set<[UInt8]>) -> Bool {
        switch word {
        case .terms(let wanted): wanted.contains(where: terms.contains)
        case .prefix(let beginning, let others):
            others.contains(where: terms.contains)
                || terms.contains { $0.starts(with: beginning) }
        }
    }

    private func terms(of text: String) -> Set<[UInt8]> {
        var counter = TermCounter()
        return Set(counter.count(text).counts.map { counter.term($0.term) })
    }

    @Test func `Every message that has the beginning of a word has one of its terms`() throws {
        for word in Self.words {
            let terms = terms(of: word)
            for count in 1...word.count {
                let query = try parse(word.prefix(count) + "*")
                guard try MessageMatcher(query).match(text: word) != nil,
                    let needs = IndexQuery(query.text)
                else { continue }
                for need in needs.terms.flatMap(\.self) {
                    #expect(admits(need, terms), "\(word.prefix(count))* in \(word)")
                }
            }
        }
    }

    @Test func `Every message that matches has the terms`() throws {
        var generator = SeededGenerator(seed: 8)
        var found = 0
        for _ in 0..<3_000 {
            let text = (0..<4).map { _ in generator.pick(Self.words) }.joined(separator: " ")
            var asked = generator.pick(Self.words)
            if Bool.random(using: &generator) {
                asked = "\"\(asked) \(generator.pick(Self.words))\""
            }
            var query = try parse(asked)
            if Int.random(in: 0..<3, using: &generator) == 0 { query = query.near ?? query }
            guard try MessageMatcher(query).match(text: text) != nil,
                let needs = IndexQuery(query.text)
            else { continue }
            found += 1
            let terms = terms(of: text)
            for need in needs.terms.flatMap(\.self) {
                #expect(admits(need, terms), "\(query) in \(text)")
            }
        }
        #expect(found > 100)
    }

    @Test func `A word with another ending is one term, and what is beyond that is not`() throws {
        let needs = try #require(IndexQuery(try parse("kernel*").text))
        #expect(admits(needs.terms[0][0], [Array("kernel".utf8)]))
        #expect(!admits(needs.terms[0][0], [Array("k".utf8)]))
        #expect(!admits(needs.terms[0][0], [Array("kern".utf8)]))
    }

    @Test(arguments: ["->", "role:user"]) func `Without words the index leaves nothing out`(
        text: String
    ) throws {
        #expect(IndexQuery(try parse(text).text) == nil)
    }

    @Test func `Parts of words and patterns are not asked of the index`() {
        #expect(IndexQuery(.substring("ern")) == nil)
        #expect(IndexQuery(.pattern("k.*l")) == nil)
    }

    @Test func `Terms are counted, long ones by their beginning`() {
        var counter = TermCounter()
        let long = String(repeating: "é東", count: 30)
        let (counts, words) = counter.count("Running runs \(long) x x x")
        #expect(words > 5)
        #expect(counts.contains(.init(term: 0, occurrences: 2)))
        #expect(counts.last?.occurrences == 3)
        #expect((0..<counter.termCount).allSatisfy { counter.term($0).count <= 40 })
        #expect(counter.count("x").counts == [.init(term: counter.termCount - 1, occurrences: 1)])
    }
}
