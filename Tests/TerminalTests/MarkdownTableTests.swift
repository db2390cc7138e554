import Terminal
import Testing

struct MarkdownTableTests {
    @Test func `A table that is too wide is broken within its cells, at words`() {
        let table =
            "| Language | What |\n|---|--:|\n| Swift | a long cell of words |\n| C | 日本語 |\n"
        #expect(
            MarkdownScreen.plain(table, columns: 20) == """
                Language │      What
                ─────────┼──────────
                Swift    │    a long
                         │   cell of
                         │     words
                ─────────┼──────────
                C        │    日本語

                """)
        let narrow = "| a word | another |\n|---|---|\n| b |"
        #expect(
            MarkdownScreen.plain(narrow, columns: 12) == """
                a   │another
                word│
                ────┼───────
                b   │

                """)
    }

    @Test func `A table with too many columns is shown row by row`() {
        let row = String(repeating: "| abcd ", count: 12) + "|\n"
        let table = row + String(repeating: "|---", count: 12) + "|\n" + row
        let shown = MarkdownScreen.plain(table, columns: 20)
        #expect(shown.ranges(of: "abcd").count == 24)
        #expect(shown.hasPrefix("abcd | abcd | abcd |\nabcd"))
        #expect(MarkdownScreen.plain(table, columns: 200).hasPrefix("abcd │ abcd"))
    }
}
