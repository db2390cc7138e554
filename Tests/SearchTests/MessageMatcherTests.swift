import Chat
import Search
import Testing

@Suite struct MessageMatcherTests {
    private let parser = SearchQueryParser { Int64($0).map(Timestamp.init(microseconds:)) }

    /// What is highlighted in a text, or `nil` if it is not found.
    private func shown(_ line: String, in text: String) throws -> [String]? {
        let match = try MessageMatcher(parser.parse(line)).match(text: text)
        return match?.hits.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    }

    @Test(
        arguments: [
            ("run", "She was Running home.", ["Running"]),
            ("cafe", "Le Café, le cafe\u{301}", ["Café", "cafe\u{301}"]),
            ("\"run\"", "running", nil), ("\"run\"", "a run", ["run"]),
            ("kern*", "Kernels", ["Kernels"]),
            ("kernel page", "page of a kernel", ["page", "kernel"]),
            ("kernel page", "a kernel", nil),
            ("\"page fault\"", "a Page\nFault, faults", ["Page\nFault"]),
            ("\"page fault\"", "page of fault", nil),
            ("\"page fau*\"", "page faults", ["page faults"]),
            ("snake_case", "a snake_case name", ["snake_case"]), ("snake", "snake_case", ["snake"]),
            ("don't", "I don’t", ["don’t"]), ("std::vector", "std::vector<int>", ["std::vector"]),
            ("c++", "C++ and c", ["C++"]), ("c++", "abc++", nil), ("->", "a->b", ["->"]),
            ("#include", "#includes", nil), ("#include", "x #include <a>", ["#include"]),
            ("東京", "私は東京に", ["東京"]), ("東京", "京東", nil), ("京", "東京", ["京"]),
            ("ไทย", "ภาษาไทย", ["ไทย"]), ("학교", "학교에", ["학교"]),
            ("a -b", "a b", nil), ("a -b", "a c", ["a"]), ("-b", "a c", []),
            ("-\"b c\"", "b d c", []),
            ("🎉", "party 🎉!", ["🎉"]),
        ] as [(String, String, [String]?)])
    func `A text is found by all its terms`(
        _ line: String, _ text: String, _ expected: [String]?
    ) throws {
        #expect(try shown(line, in: text) == expected)
    }

    @Test func `Each term is counted, and so are the words`() throws {
        let query = try parser.parse("code \"a test\" x*")
        let match = try MessageMatcher(query).match(text: "Coding a test, codes: xa a test xb x")
        #expect(match?.occurrences == [2, 2, 3])
        #expect(match?.words == 9)
        #expect(match?.hits.map(\.term) == [0, 1, 0, 2, 1, 2, 2])
    }

    @Test func `Places that overlap are shown as one`() throws {
        let match = try MessageMatcher(parser.parse("page \"page fault\" fault")).match(
            text: "page fault")
        #expect(match?.occurrences == [1, 1, 1])
        #expect(match?.hits == [MessageMatch.Hit(range: 0..<10, term: 0)])
    }

    @Test(arguments: [
        ("role:user", true), ("role:tool", false), ("model:qwen3", true), ("model:llama*", false),
        ("since:100", true), ("since:101", false), ("before:101", true), ("before:100", false),
        ("has:code", true), ("since:1 before:200 role:user model:q* has:code text", true),
        ("role:user absent", false),
    ])
    func `Filters have to hold as well`(_ line: String, _ isFound: Bool) throws {
        let message = Message(
            role: .user, content: "text\n  ```swift\nlet a = 1\n```", model: "qwen3:4b")
        let match = try MessageMatcher(parser.parse(line)).match(
            message, timestamp: Timestamp(microseconds: 100))
        #expect((match != nil) == isFound)
    }

    @Test(arguments: [
        ("```\na\n```", true), ("text\r\n~~~ swift", true), ("in a ``` line", false),
        ("```code``` in a line", false), ("``", false), ("\t````a", true), ("", false),
    ])
    func `Code is what a fence opens`(_ text: String, _ isFound: Bool) throws {
        let match = try MessageMatcher(SearchQuery(hasCode: true)).match(
            .user(text), timestamp: Timestamp(microseconds: 0))
        #expect((match != nil) == isFound)
    }

    @Test func `A message without a model is not one of any model`() throws {
        let match = try MessageMatcher(parser.parse("model:*")).match(
            .user("a"), timestamp: Timestamp(microseconds: 0))
        #expect(match == nil)
    }

    @Test func `A substring may begin and end within words`() throws {
        let matcher = try MessageMatcher(SearchQuery(text: .substring("Éra ga")))
        let match = matcher.match(text: "L’opéra garni, OPERA GA")
        #expect(match?.occurrences == [2])
        #expect(match?.hits.map(\.range) == [6..<13, 20..<26])
        #expect(matcher.match(text: "opera") == nil)
        let sharp = try MessageMatcher(SearchQuery(text: .substring("s"))).match(text: "aß")
        #expect(sharp?.hits.map(\.range) == [1..<3])
    }

    @Test func `A pattern is a regular expression in which case does not count`() throws {
        let matcher = try MessageMatcher(SearchQuery(text: .pattern("col(ou?)r|x*")))
        let match = matcher.match(text: "é Color and COLOUR")
        #expect(match?.hits.map(\.range) == [3..<8, 13..<19])
        #expect(matcher.match(text: "yz") == nil)
    }

    @Test func `A pattern that is none is an error with its reason`() {
        let error = #expect(throws: SearchQueryError.self) {
            try MessageMatcher(SearchQuery(text: .pattern("a(b")))
        }
        #expect(error?.description.contains("a(b is no regular expression (expected ')')") == true)
    }

    @Test func `A term without anything is never found`() throws {
        for text in [.words(required: [.word("")]), .substring("")] as [SearchQuery.Text] {
            #expect(try MessageMatcher(SearchQuery(text: text)).match(text: "a b") == nil)
        }
    }

    @Test func `A query of filters alone matches with nothing to show`() throws {
        let match = try MessageMatcher(SearchQuery()).match(text: "two words")
        #expect(match?.occurrences == [])
        #expect(match?.words == 2)
        #expect(match?.hits == [])
    }
}
