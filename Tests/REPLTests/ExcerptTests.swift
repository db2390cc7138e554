import Testing

@testable import REPL

@Suite struct ExcerptTests {
    @Test func `A short text is whole`() {
        #expect(Excerpt.of("one\ntwo", lines: 2) == ("one\ntwo", 0))
        #expect(Excerpt.of("", lines: 2) == ("", 0))
        #expect(Excerpt.of("one\ntwo", lines: nil) == ("one\ntwo", 0))
    }

    @Test func `Lines are counted, and long ones count more`() {
        #expect(Excerpt.of("one\ntwo\nthree", lines: 2) == ("one\ntwo\n", 5))
        let long = String(repeating: "x", count: 200)
        #expect(Excerpt.of(long, lines: 2) == (String(repeating: "x", count: 160), 40))
        #expect(Excerpt.of("\(long.prefix(100))\nb\nc", lines: 3).rest == 1)
    }
}
