import Chat
import Search
import TestSupport
import Testing

@Suite struct RawFilterTests {
    private func mayMatch(_ line: String, _ json: String) throws -> Bool {
        let query = try SearchQueryParser { _ in Timestamp(microseconds: 0) }.parse(line)
        return RawFilter(query).mayMatch(Array(json.utf8))
    }

    @Test(arguments: [
        ("kernel", #"{"content":"The KERNELS"}"#, true),
        ("kernel", #"{"content":"colonel"}"#, false),
        ("parties", #"{"content":"a party"}"#, true), ("hoping", #"{"content":"hopes"}"#, true),
        ("café", #"{"content":"CAF\u00C9"}"#, true), ("café", #"{"content":"cafe"}"#, true),
        ("cafe", #"{"content":"caf\u00e9"}"#, true), ("cafe", #"{"content":"cafe\u0301"}"#, true),
        ("ёлка", #"{"content":"\u0415\u041b\u041a\u0410"}"#, true),
        ("ёлка", #"{"content":"elka"}"#, false),
        ("🎉", #"{"content":"\ud83c\uDF89"}"#, true), ("🎉", #"{"content":"\ud83c"}"#, false),
        ("/etc/passwd", #"{"content":"\/etc\/passwd"}"#, true),
        ("/etc/passwd", #"{"content":"etc"}"#, false),
        ("word", #"{"content":"a\nword"}"#, true),
        ("#include", #"{"content":"\u0023include"}"#, true),
        ("\"a b\"", #"{"content":"a \"b\""}"#, true), ("a -b", #"{"content":"a b"}"#, true),
        ("role:user", #"{"role":"user"}"#, true), ("role:user", #"{"role":"\u0075ser"}"#, true),
        ("role:user", #"{"content":"user","role":"tool"}"#, true),
        ("role:user", #"{"content":"a user","role":"tool"}"#, false),
        ("has:code", #"{"content":"```"}"#, true), ("has:code", #"{"content":"\n~~~"}"#, true),
        ("has:code", #"{"content":"`a`"}"#, false),
        ("model:qwen*4b", #"{"model":"Qwen3:4B"}"#, true),
        ("model:qwen*4b", #"{"model":"qwen3:8b"}"#, false),
        ("model:hf.co/a:latest", #"{"model":"hf.co\/a"}"#, true),
        ("session:x in:all", "{}", true), ("since:1", "{}", true), ("-x", "{}", true),
    ])
    func `Only what cannot be meant is left out`(
        _ line: String, _ json: String, _ expected: Bool
    ) throws {
        #expect(try mayMatch(line, json) == expected)
    }

    @Test func `A pattern lets everything pass, a substring what holds it`() {
        #expect(RawFilter(SearchQuery(text: .pattern("a"))).mayMatch([]))
        let filter = RawFilter(SearchQuery(text: .substring("say \"hi\" now")))
        #expect(filter.mayMatch(Array(#"{"content":"Say \"hi\" now"}"#.utf8)))
        #expect(!filter.mayMatch(Array(#"{"content":"so \"hi\" ever"}"#.utf8)))
    }

    @Test func `How many signs stand for broken bytes is left to the decoder`() {
        let json = Array("{\"content\":\"a".utf8) + [0xF0, 0x9F, 0x8E] + Array("b\"}".utf8)
        let query = SearchQuery(text: .substring("a\u{FFFD}b"))
        #expect(RawFilter(query).mayMatch(json))
    }

    /// Each place of each length, so that no end of a block is left out.
    @Test func `A word is found wherever it stands`() throws {
        let filter = RawFilter(try SearchQueryParser { _ in nil }.parse("\"needle\""))
        for fill in ["x", "ö"] {
            for before in 0..<40 {
                for after in 0..<20 {
                    let text = String(repeating: fill, count: before) + "Needle"
                    let rest = String(repeating: fill, count: after)
                    #expect(filter.mayMatch(Array((text + rest).utf8)))
                    let isPassed = filter.mayMatch(Array((text.dropLast() + rest).utf8))
                    #expect(!isPassed)
                }
            }
        }
    }

    @Test(arguments: [
        #"{"content":"\ud83d needle"}"#, #"{"content":"\udc00\ud83d\ud83dneedle"}"#,
        #"{"content":"needle\u"#, #"{"content":"needle\u00"#, #"needle\"#, #"\uZZZZneedle"#,
        #"\x\needle needle"#, #"\u00e9\\needle"#, "needle\u{0}",
    ])
    func `Escapes that are broken hide nothing`(_ json: String) throws {
        #expect(try mayMatch("\"needle\"", json))
    }

    @Test(
        arguments: [
            [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x8E], [0xC0, 0xAF], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0x80], [0x00], [],
        ] as [[UInt8]])
    func `Bytes that are no UTF-8 hide nothing`(_ bytes: [UInt8]) throws {
        let filter = RawFilter(try SearchQueryParser { _ in nil }.parse("\"needle\""))
        let word = Array("needle".utf8)
        for json in [bytes + word, word + bytes, Array("{\"a\":\"".utf8) + bytes + word + bytes] {
            #expect(filter.mayMatch(json))
        }
        #expect(!filter.mayMatch(Array("{\"a\": ".utf8) + bytes + Array("needl".utf8)))
    }

    @Test func `Random bytes are read without harm`() throws {
        var generator = SeededGenerator(seed: 11)
        let filter = RawFilter(try SearchQueryParser { _ in nil }.parse("nee é 東京 c++"))
        let special = Array("\\ud8dc0nE\"/".utf8) + [0xC3, 0xA9, 0xE6, 0xF0, 0x80, 0xFF, 0]
        for _ in 0..<5_000 {
            let count = Int.random(in: 0..<60, using: &generator)
            let bytes = (0..<count).map { _ in generator.pick(special) }
            let spelled = bytes + Array("NEE é 東京 C++".utf8)
            // A backslash at the end takes the letter behind it.
            if bytes.last != UInt8(ascii: "\\") { #expect(filter.mayMatch(spelled)) }
            _ = filter.mayMatch(bytes)
        }
    }

    @Test func `Text in UTF-16 is left to the decoder`() throws {
        let filter = RawFilter(try SearchQueryParser { _ in nil }.parse("\"needle\""))
        #expect(filter.mayMatch([0x7B, 0, 0x22, 0]))
        #expect(filter.mayMatch([0xFE, 0xFF, 0, 0x7B]))
    }
}
