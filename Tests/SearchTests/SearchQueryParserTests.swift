import Chat
import Search
import Testing

@Suite struct SearchQueryParserTests {
    private let parser = SearchQueryParser { text in
        ["7d": 70, "2026": 20].first { $0.key == text }.map { Timestamp(microseconds: $0.value) }
    }

    private func required(_ line: String) throws -> [SearchTerm] {
        let query = try parser.parse(line)
        guard case .words(let required, let excluded) = query.text else { return [] }
        #expect(excluded.isEmpty)
        #expect(query == SearchQuery(text: query.text))
        return required
    }

    @Test(
        arguments: [
            ("running kernel", [.word("running"), .word("kernel")]),
            ("\"the exact words\"", [.phrase(["the", "exact", "words"])]),
            ("\"running\"", [.phrase(["running"])]), ("kern*", [.prefix("kern")]),
            ("\"foo bar*\"", [.phrase(["foo", "bar"], endsOpen: true)]),
            ("\"foo ba\"*", [.phrase(["foo", "ba"], endsOpen: true)]),
            ("\"open to the end", [.phrase(["open", "to", "the", "end"])]),
            ("“curly ones” x", [.phrase(["curly", "ones"]), .word("x")]),
            ("what? (really), yes!", [.word("what"), .word("really"), .word("yes")]),
            ("snake_case don't", [.word("snake_case"), .word("don't")]),
            ("std::vector foo:bar", [.word("std::vector"), .word("foo:bar")]),
            ("http://x.org", [.word("http://x.org")]),
            ("c++ C# #include $HOME", ["c++", "C#", "#include", "$HOME"].map(SearchTerm.literal)),
            ("-> => -- * ...", ["->", "=>", "--", "*", "..."].map(SearchTerm.literal)),
            ("--flag .gitignore /etc", ["--flag", ".gitignore", "/etc"].map(SearchTerm.literal)),
            ("\"->\" \"c++\"", [.literal("->"), .literal("c++")]), ("🎉", [.literal("🎉")]),
            ("\"role:user\"", [.phrase(["role:user"])]), ("東京", [.word("東京")]),
        ] as [(String, [SearchTerm])])
    func `Words, phrases, beginnings and signs are told apart`(
        _ line: String, _ terms: [SearchTerm]
    ) throws {
        #expect(try required(line) == terms)
    }

    @Test func `What must not be there stands behind not or a minus`() throws {
        let query = try parser.parse("a -b not:c not:\"d e\" -\"f g\" -h* not:role:user")
        #expect(
            query.text
                == .words(
                    required: [.word("a")],
                    excluded: [
                        .word("b"), .word("c"), .phrase(["d", "e"]), .phrase(["f", "g"]),
                        .prefix("h"), .word("role:user"),
                    ]))
    }

    @Test func `Filters are read in any place and case`() throws {
        let line =
            "Role:USER word model:qwen* session:\"two words\" in:branch since:7d "
            + "before:2026 has:code sort:best"
        #expect(
            try parser.parse(line)
                == SearchQuery(
                    text: .words(required: [.word("word")]), role: .user,
                    model: WildcardPattern("qwen*"), session: WildcardPattern("two words"),
                    since: Timestamp(microseconds: 70), before: Timestamp(microseconds: 20),
                    hasCode: true, scope: .family, order: .best))
        #expect(try parser.parse("session:a*").session == WildcardPattern("a*"))
        #expect(try parser.parse("in:this").scope == .thisSession)
        #expect(try parser.parse("in:all sort:new").scope == .everyCopy)
    }

    @Test(arguments: [
        (
            "",
            "There is nothing to look for: write words, a \"phrase in quotes\", or a filter such as role:user."
        ),
        (
            "  \"\" ",
            "There is nothing to look for: write words, a \"phrase in quotes\", or a filter such as role:user."
        ),
        (
            "role:foo",
            "role:foo is not known: write role:system, role:user, role:assistant or role:tool."
        ),
        ("sort:x", "sort:x is not known: write sort:new or sort:best."),
        ("in:x", "in:x is not known: write in:this, in:branch or in:all."),
        ("has:x", "has:x is not known: write has:code."),
        (
            "since:blah",
            "since:blah is no moment: write a duration such as since:7d, or a date such as since:2026-01-31."
        ),
        ("model: x", "model: stands without a value: write model:qwen*."),
        ("not:\"\"", "not: stands without a value: write not:word or not:\"some words\"."),
        ("role:user role:tool", "role: is there twice: write it once, as in role:user."),
        (
            "-role:user",
            "-role: cannot be used, only words can be left out: write role:user, or \"-role:\" in quotes to look for it."
        ),
    ])
    func `What cannot be read is said with what can be written`(
        _ line: String, _ sentence: String
    ) {
        let error = #expect(throws: SearchQueryError.self) { try parser.parse(line) }
        #expect(error?.description == sentence)
        #expect(error?.kind == .usage)
    }

    @Test func `A near miss suggests what was meant`() {
        let error = #expect(throws: SearchQueryError.self) { try parser.parse("role:asistant") }
        #expect(error?.hint == "Did you mean role:assistant?")
    }
}
