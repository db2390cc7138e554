import Testing

@testable import LineEditing

@Suite struct PastedTextTests {
    @Test func `Newlines of all systems become one kind`() {
        #expect(PastedText.clean(Array("a\r\nb\rc\nd\n\re".utf8)) == "a\nb\nc\nd\n\ne")
    }

    @Test func `Control characters go, tabs stay`() {
        let text = PastedText.clean(Array("a\u{0}\tb\u{1b}[31m\u{7f}\u{9b}c\u{100001}".utf8))
        #expect(text == "a\tb[31mc")
    }

    @Test func `Invalid UTF-8 is repaired`() {
        #expect(PastedText.clean([0x61, 0xFF, 0x62]) == "a\u{FFFD}b")
    }

    @Test func `Small texts are not folded`() {
        var folds = PasteFolds()
        #expect(folds.fold("a\nb") == Array("a\nb".unicodeScalars))
        #expect(folds.fold(String(repeating: "x", count: 2001)).count == 1)
    }
}
