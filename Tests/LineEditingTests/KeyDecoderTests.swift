import Testing

@testable import LineEditing

@Suite struct KeyDecoderTests {
    @Test func `Text is read character by character`() {
        #expect(keys("aé日") == [.scalar("a"), .scalar("é"), .scalar("日")])
    }

    @Test func `A character that comes in pieces is read when it is whole`() {
        var decoder = KeyDecoder()
        decoder.feed([0xE6, 0x97])
        #expect(decoder.next() == nil)
        #expect(decoder.isIncomplete)
        decoder.feed([0xA5])
        #expect(decoder.next() == .scalar("日"))
        #expect(!decoder.isIncomplete)
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE6, 0x97],
        ] as [[UInt8]])
    func `Invalid UTF-8 is dropped, and what follows is kept`(bytes: [UInt8]) {
        #expect(keys(bytes + [0x61]).filter { $0 != .special(.nothing) } == [.scalar("a")])
    }

    @Test func `Control characters of eight bits and the private planes are dropped`() {
        #expect(keys("\u{80}\u{9f}\u{100000}\u{f0000}").allSatisfy { $0 == .special(.nothing) })
    }

    @Test(
        arguments: [
            ("\r", .enter), ("\n", .newline), ("\u{1b}\r", .newline), ("\u{1b}[13;2u", .newline),
            ("\u{1b}[27;2;13~", .newline), ("\u{1b}OM", .enter), ("\u{1b}[106;5u", .newline),
            ("\u{1b}[A", .up), ("\u{1b}OB", .down), ("\u{1b}[1;5D", .wordLeft),
            ("\u{1b}[C", .right),
            ("\u{1b}[H", .home), ("\u{1b}[4~", .end), ("\u{1b}[3~", .delete),
        ] as [(String, SpecialKey)])
    func `Keys are known by their sequences`(text: String, key: SpecialKey) {
        #expect(keys(text) == [.special(key)])
    }

    @Test(arguments: [
        "\u{1b}[24~", "\u{1b}[<0;10;10M", "\u{1b}[I", "\u{1b}[?62;4c", "\u{1b}[[A",
        "\u{1b}]11;rgb:00/00/00\u{07}", "\u{1b}P>|tmux\u{1b}\\", "\u{1b}Op", "\u{1b}[1;5P",
    ])
    func `Unknown sequences are swallowed whole`(text: String) {
        #expect(keys(text + "a") == [.special(.nothing), .scalar("a")])
    }

    @Test func `An escape alone is a key when nothing follows in time`() {
        var decoder = KeyDecoder()
        decoder.feed([0x1B])
        #expect(decoder.next() == nil)
        #expect(decoder.isIncomplete)
        #expect(decoder.next(isFinal: true) == .special(.escape))
    }

    @Test func `Control and Alt come as codes too`() {
        #expect(
            keys("\u{1b}[99;5u\u{1b}[102;3u\u{1b}f") == [
                .scalar("\u{03}"), .meta("f"), .meta("f"),
            ])
    }

    @Test(arguments: [1, 2, 3, 5, 100])
    func `A paste is one key, however it is cut`(size: Int) {
        var decoder = KeyDecoder()
        var keys: [Key] = []
        let bytes = Array("a\u{1b}[200~x\r\u{1b}[A\u{03}y\u{1b}[201~b".utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            decoder.feed(bytes[start..<min(start + size, bytes.count)])
            while let key = decoder.next() { keys.append(key) }
        }
        #expect(keys == [.scalar("a"), .paste(Array("x\r\u{1b}[A\u{03}y".utf8)), .scalar("b")])
    }

    @Test(arguments: ["\u{1b}", "\u{1b}[", "\u{1b}[1;", "\u{1b}O", "\u{1b}]0;x"])
    func `A sequence that is broken off does not spoil the paste after it`(start: String) {
        #expect(keys(start + "\u{1b}[200~x\u{1b}[201~").last == .paste([0x78]))
    }

    @Test func `A paste without an end can be ended`() {
        var decoder = KeyDecoder()
        decoder.feed("\u{1b}[200~half".utf8)
        #expect(decoder.next() == nil)
        #expect(decoder.abandonPaste() == .paste(Array("half".utf8)))
        decoder.feed("a".utf8)
        #expect(decoder.next() == .scalar("a"))
    }

    private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

    private func keys(_ bytes: [UInt8]) -> [Key] {
        var decoder = KeyDecoder()
        decoder.feed(bytes)
        var keys: [Key] = []
        while let key = decoder.next() { keys.append(key) }
        return keys
    }
}
