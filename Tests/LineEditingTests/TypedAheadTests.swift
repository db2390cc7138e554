import Testing

@testable import LineEditing

@Suite struct TypedAheadTests {
    private func keys(_ text: String) -> [Key] { text.unicodeScalars.map { .scalar($0) } }

    @Test func `Lines are told when they are submitted`() {
        #expect(TypedAhead.lines(of: keys("one\rtw")) == ["one"])
        #expect(TypedAhead.lines(of: keys("one\r\rtwo\r")) == ["one", "two"])
    }

    @Test func `What is deleted is not told, and what is pasted is`() {
        let paste = Key.paste(Array("a\r\nb\u{1b}".utf8))
        #expect(
            TypedAhead.lines(of: keys("ab\u{7f}\u{15}x\u{1b}") + [paste, .special(.enter)]) == [
                "xa\nb"
            ])
    }
}
