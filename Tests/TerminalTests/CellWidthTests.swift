import Terminal
import Testing

struct CellWidthTests {
    @Test(arguments: [
        ("", 0), ("hello", 5), ("naïve", 5), ("nai\u{308}ve", 5), ("日本語", 6), ("한국어", 6),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("Ｆｕｌｌ", 8), ("ｶﾞ", 2), ("…", 1), ("“”", 2),
        ("नमस्ते", 4), ("สวัสดี", 4), ("עברית", 5), ("a\u{200B}b", 2), ("\u{AD}", 1),
    ])
    func `Text takes the cells that terminals give it`(text: String, width: Int) {
        #expect(CellWidth.of(text) == width)
    }

    @Test(arguments: [
        ("😀", 2), ("❤", 1), ("❤️", 2), ("1️⃣", 2), ("🇩🇪", 2), ("👨‍👩‍👧‍👦", 2), ("👩🏽‍💻", 2),
        ("👍🏽", 2), ("☝🏽", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("⌚", 2), ("☕︎", 2), ("🏽", 2), ("™", 1), ("™️", 2),
    ])
    func `A picture is one or two cells, however many scalars it has`(
        emoji: Character, width: Int
    ) {
        #expect(CellWidth.of(emoji) == width)
    }

    @Test func `Control characters take no cell`() {
        for value in Array(0..<0x20) + Array(0x7F..<0xA0) {
            let scalar = Unicode.Scalar(UInt8(value))
            #expect(CellWidth.of(scalar) == 0)
            #expect(CellWidth.of(Character(scalar)) == 0)
        }
        #expect(CellWidth.of("\r\n" as Character) == 0)
    }

    @Test(arguments: [
        (0x10FF, 1), (0x1100, 2), (0x115F, 2), (0x1160, 0), (0x300, 0), (0x2E7F, 1), (0x2E80, 2),
        (0x3000, 2), (0x303F, 1), (0xD7A3, 2), (0xFF60, 2), (0xFF61, 1), (0x1F1E6, 1),
        (0x1F300, 2), (0x3FFFD, 2), (0x40000, 1), (0xE0100, 0),
    ])
    func `The ends of the ranges are where Unicode puts them`(value: UInt32, width: Int) throws {
        #expect(CellWidth.of(try #require(Unicode.Scalar(value))) == width)
    }

    @Test func `A text is cut to its cells, never through a wide character`() {
        #expect(CellWidth.truncated("hello", to: 5) == "hello")
        #expect(CellWidth.truncated("hello", to: 4) == "hel…")
        #expect(CellWidth.truncated("日本語", to: 5) == "日本…")
        #expect(CellWidth.truncated("日本語", to: 4) == "日…")
        #expect(CellWidth.truncated("hello", to: 4, mark: "...") == "h...")
        #expect(CellWidth.truncated("hello", to: 2, mark: "...") == "  ")
        #expect(CellWidth.truncated("hello", to: 0) == "")
    }

    @Test func `Padding counts cells`() {
        #expect(CellWidth.padded("日本", to: 6) == "日本  ")
        #expect(CellWidth.padded("long enough", to: 3) == "long enough")
    }
}
