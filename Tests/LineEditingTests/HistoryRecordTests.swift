import Testing

@testable import LineEditing

@Suite struct HistoryRecordTests {
    @Test(
        arguments: [
            ("plain é 日 👨‍👩‍👧", false, "plain é 日 👨‍👩‍👧"), ("two\nlines", false, #"two\nlines"#),
            (#"back\slash \n"#, false, #"back\\slash \\n"#), ("/bye", true, #"\p/bye"#),
            (#"\p typed"#, false, #"\\p typed"#), ("\ttab\n", false, "\ttab\\n"),
        ] as [(String, Bool, String)])
    func `An entry is a line of text and comes back`(text: String, isPasted: Bool, line: String) {
        let entry = HistoryEntry(text: text, isPasted: isPasted)
        #expect(HistoryRecord.bytes(of: entry) == Array("\(line)\n".utf8))
        #expect(HistoryRecord.entries(in: Array("\(line)\n".utf8)[...]) == [entry])
    }

    @Test(arguments: ["a\u{1b}b", "a\u{0}", "a\rb", "a\u{85}b", "a\u{100001}"])
    func `What no line may have is neither written nor read`(text: String) {
        #expect(HistoryRecord.bytes(of: HistoryEntry(text: text)) == nil)
        #expect(texts(Array("\(text)\nnext\n".utf8)) == ["next"])
    }

    @Test(
        arguments: [
            [0xFF, 0x61], [0xE6, 0x97], Array(#"bad \x"#.utf8), Array(#"open \"#.utf8),
            Array(#"\p"#.utf8), [], Array("torn\u{18}".utf8), Array("torn\\\u{18}".utf8),
        ] as [[UInt8]])
    func `A corrupt line is skipped alone`(line: [UInt8]) {
        #expect(texts(Array("one\n".utf8) + line + Array("\ntwo\n".utf8)) == ["one", "two"])
    }

    @Test func `A last line without its end is skipped`() {
        #expect(texts(Array("one\ntwo".utf8)) == ["one"])
        #expect(texts(Array("one".utf8)).isEmpty)
        #expect(texts([]).isEmpty)
    }

    @Test func `The same in a row is one entry`() {
        #expect(texts(Array("a\na\nb\na\n".utf8)) == ["a", "b", "a"])
    }

    private func texts(_ bytes: [UInt8]) -> [String] {
        HistoryRecord.entries(in: bytes[...]).map(\.text)
    }
}
