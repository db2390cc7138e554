import Terminal
import TestSupport
import Testing

@testable import LineEditing

@Suite struct FrameLayoutTests {
    @Test func `A short line is one row with the cursor behind it`() {
        let frame = frame("hello")
        #expect(rows(frame) == ["> hello"])
        #expect(frame.cursor == .init(row: 0, column: 7))
    }

    @Test func `A long line wraps below the text, not below the prompt`() {
        #expect(rows(frame("abcdefghijkl", columns: 8)) == ["> abcdef", "  ghijkl", "  "])
    }

    @Test func `Newlines begin rows with the continuation text`() {
        let frame = frame("a\n\nb", continuation: "| ")
        #expect(rows(frame) == ["> a", "| ", "| b"])
        #expect(frame.spots.map(\.row) == [0, 0, 1, 2, 2])
    }

    @Test func `Wide characters never stand across the edge`() {
        let frame = frame("日日日日", columns: 7)
        #expect(rows(frame) == ["> 日日", "  日日"])
        #expect(frame.rows.map(\.width) == [6, 6])
    }

    @Test func `All scalars of a character are at one place`() {
        let frame = frame("e\u{301}👨‍👩‍👧x")
        #expect(frame.spots.map(\.column) == [2, 2, 3, 3, 3, 3, 3, 5, 6])
    }

    @Test func `Control characters and bidirectional overrides are visible`() {
        #expect(rows(frame("a\u{01}\u{202e}\u{7f}")) == ["> a^A\u{FFFD}^?"])
    }

    @Test func `Hidden letters behind a visible one are visible too, but for those of flags`() {
        let hidden = frame("ak\u{E0068}\u{E0069}b\u{FFF9}c\u{FFFB}")
        #expect(rows(hidden) == ["> ak\u{FFFD}b\u{FFFD}c\u{FFFD}"])
        #expect(hidden.spots.map(\.column) == [2, 3, 3, 3, 5, 6, 7, 8, 9])
        let flag = "\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}"
        #expect(rows(frame(flag))[0].contains(flag))
    }

    @Test(arguments: HostileText.all)
    func `No text of others gets through as it is`(text: String) {
        for line in [text, "mark\(text)end", "日\(text)"] {
            let frame = frame(line, columns: 200)
            #expect(frame.rows.allSatisfy { HostileText.firstOffence(in: $0.text) == nil })
        }
    }

    @Test func `Tabs are spaces up to the next stop`() {
        let frame = frame("a\tb\t")
        #expect(rows(frame) == ["> a   b   "])
        #expect(frame.spots.map(\.column) == [2, 3, 6, 7, 10])
    }

    @Test func `The placeholder is there only while there is no text`() {
        #expect(frame("", placeholder: "Say it").rows[0].text.contains("Say it"))
        #expect(!frame("a", placeholder: "Say it").rows[0].text.contains("Say it"))
        #expect(frame("", placeholder: "Say it").cursor.column == 2)
    }

    @Test func `A remark stands at the end of the first row while there is room for it`() {
        let prompt = LinePrompt("> ", right: "日 tea")
        let layout = FrameLayout(columns: 20, prompt: prompt)
        let short = layout.frame(of: EditBuffer("abcdefgh".unicodeScalars))
        #expect(short.rows.map(\.width) == [19])
        #expect(short.rows[0].text == "> abcdefgh\u{1b}[14G\u{1b}[2m日 tea\u{1b}[22m")
        let long = layout.frame(of: EditBuffer("abcdefghi".unicodeScalars))
        #expect(long.rows.map(\.text) == ["> abcdefghi"])
        var left = layout
        left.isDecorated = false
        #expect(left.frame(of: EditBuffer("a".unicodeScalars)).rows.map(\.text) == ["> a"])
    }

    @Test func `A folded paste is a label`() {
        var folds = PasteFolds()
        let text = String(repeating: "row\n", count: 20)
        var layout = FrameLayout(columns: 60, prompt: LinePrompt("> "))
        let buffer = EditBuffer(folds.fold(text) + [" ", "x"])
        layout.folds = folds
        #expect(rows(layout.frame(of: buffer)) == ["> [pasted 21 lines, 80 bytes] x"])
        #expect(folds.expand(buffer.scalars) == text + " x")
    }

    @Test(arguments: 1...12)
    func `A screen of any width has room for any text`(columns: Int) {
        let frame = frame("日\t👨‍👩‍👧\nabc", columns: columns)
        #expect(frame.spots.count == 12)
        #expect(frame.rows.indices.contains(frame.cursor.row))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `Plain letters stand where the characters that they form do`(seed: UInt64) {
        let pieces = [
            "a", " ", "~", "é", "e\u{301}", "日", "👨‍👩‍👧", "\u{200D}", "\u{600}", "\u{301}", "ß",
        ]
        var generator = SeededGenerator(seed: seed)
        let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        let frame = frame(text, columns: 1_000)
        var expected: [Int] = []
        var column = 2
        for character in text {
            expected += character.unicodeScalars.map { _ in column }
            column += CellWidth.of(character)
        }
        #expect(frame.spots.map(\.column) == expected + [column])
    }

    @Test func `Rows are found by column`() {
        let frame = frame("abcdef\nxy")
        #expect(frame.scalar(inRow: 1, nearColumn: 7) == 9)
        #expect(frame.scalar(inRow: 0, nearColumn: 4) == 2)
        #expect(frame.scalar(inRow: 2, nearColumn: 4) == nil)
    }

    private func frame(
        _ text: String, columns: Int = 40, continuation: String? = nil,
        placeholder: String? = nil
    ) -> Frame {
        let prompt = LinePrompt("> ", continuation: continuation, placeholder: placeholder)
        return FrameLayout(columns: columns, prompt: prompt)
            .frame(of: EditBuffer(text.unicodeScalars))
    }

    /// The rows without escape sequences.
    private func rows(_ frame: Frame) -> [String] {
        frame.rows.map { $0.text.replacing(/\u{1b}\[[0-9;]*[a-zA-Z]/, with: "") }
    }
}
