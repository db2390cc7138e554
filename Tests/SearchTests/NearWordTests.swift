import Chat
import Search
import TestSupport
import Testing

@Suite struct NearWordTests {
    private func isFound(_ word: String, in text: String) throws -> Bool {
        try MessageMatcher(SearchQuery(.near(word))).match(text: text) != nil
    }

    @Test(arguments: [
        ("kubernets", "Kubernetes", true), ("kuberntes", "kubernetes", true),
        ("kubernettes", "kubernetes", true), ("kubernates", "kubernetes", true),
        ("kubenetes", "a kubernetes.", true), ("kubentes", "kubernetes", false),
        ("ukbernetes", "kubernetes", true), ("kubernetse", "kubernetes", true),
        ("cluster", "clustered", true), ("code", "cod", true), ("code", "cdoe", true),
        ("code", "deco", false), ("Москыа", "москва", true), ("Млсква", "моксва", false),
        ("café", "caffé", true), ("ñañdu", "nandú", true), ("token", "tokens", true),
        ("cat", "cut", false), ("cat", "cats", true), ("2025", "2026", false),
        ("qwen3", "qwen2", false), ("don't", "dont", false), ("東京", "東都", false),
    ])
    func `One slip is forgiven in words of four letters or more`(
        _ word: String, _ text: String, _ expected: Bool
    ) throws {
        #expect(try isFound(word, in: text) == expected)
    }

    @Test(arguments: 1...4)
    func `Near is what one slip makes, and the filter lets it pass`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let letters: [Character] = ["a", "b", "ж", "ש", "Ꭰ", "𝒳", "\u{FEE1}"]
        func word() -> [Character] {
            // Few letters, so that slips meet others like them.
            let few = letters.shuffled(using: &generator).prefix(3)
            return (0..<Int.random(in: 4...8, using: &generator)).map { _ in
                generator.pick(Array(few))
            }
        }
        var found = 0
        for _ in 0..<3_000 {
            let typed = word()
            var other = typed
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                slip(&other, letters, &generator)
            }
            let text = String(other)
            let isForm =
                try MessageMatcher(SearchQuery(.word(String(typed)))).match(text: text) != nil
            let isNear = NearestName.distance(typed, other) <= 1 || isForm
            let context: Comment = "\(String(typed)), \(text)"
            #expect(try isFound(String(typed), in: text) == isNear, context)
            guard isNear else { continue }
            found += 1
            let filter = RawFilter(SearchQuery(.near(String(typed))))
            for writer in StoredText.allCases {
                #expect(filter.mayMatch(writer.json(.user(text))), context)
            }
        }
        #expect(found > 1_000)
    }

    private func slip(
        _ word: inout [Character], _ letters: [Character], _ generator: inout SeededGenerator
    ) {
        let place = word.indices.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: word.insert(generator.pick(letters), at: place)
        case 1: word.remove(at: place)
        case 2: word[place] = generator.pick(letters)
        default: if place + 1 < word.count { word.swapAt(place, place + 1) }
        }
    }

    @Test func `The filter leaves out what is two slips away`() {
        let filter = RawFilter(SearchQuery(.near("kubernets")))
        #expect(filter.mayMatch(Array(#"{"content":"Kubernetes"}"#.utf8)))
        #expect(!filter.mayMatch(Array(#"{"content":"kuhernats"}"#.utf8)))
    }

    @Test func `Only plain words of a query become near ones`() throws {
        let parser = SearchQueryParser { _ in nil }
        let query = try parser.parse("plain \"quoted\" begi* c++ cat not:without role:user")
        let required: [SearchTerm] = [
            .near("plain"), .phrase(["quoted"]), .prefix("begi"), .literal("c++"), .word("cat"),
        ]
        #expect(query.near?.text == .words(required: required, excluded: [.word("without")]))
        #expect(query.near?.role == .user)
        #expect(try parser.parse("cat \"quoted\" 2025 not:without").near == nil)
        #expect(SearchQuery(text: .substring("plain")).near == nil)
    }
}
