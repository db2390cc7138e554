import Markdown
import Testing

struct LineTests {
    private func parts(_ text: String) -> [String] {
        Reading(text).parts.map { $0.replacing("text 0 ", with: "") }
    }

    @Test func `Lines are what they begin with`() {
        #expect(parts("# A\n### B c") == ["text 96 A", "newline", "text 32 B c"])
        #expect(
            parts("- a\n  * b") == [
                "bullet 0 - ", "a", "newline", "indent 0   ", "bullet 0 * ", "b",
            ])
        #expect(parts("1. a\n10) b") == ["number 0 1. ", "a", "newline", "number 0 10) ", "b"])
        #expect(
            parts("- [ ] a\n* [x] b") == ["open 0 - [ ] ", "a", "newline", "done 0 * [x] ", "b"])
        #expect(parts("> a\n> > b") == ["quote", "a", "newline", "quote", "quote", "b"])
        #expect(parts("---\n* * *\n___") == ["rule", "newline", "rule", "newline", "rule"])
        #expect(parts("> - # a") == ["quote", "bullet 0 - ", "text 96 a"])
    }

    @Test(arguments: [
        "#hash", "####### seven", "#", "-", "- ", "--", "--flag", "+1", "2024 was", "1.5 litres",
        ">5", "1234567890. x", "[ ] a", "|", "||", "``", "~~", "=====", "_", "**", "#!/bin/sh",
    ])
    func `What begins like a mark and is none is text`(text: String) {
        #expect(parts(text) == [text])
        #expect(parts(text + "\nx") == [text, "newline", "x"])
    }

    @Test func `Code between fences is left as it is`() {
        #expect(
            parts("```\n**a**\n\n  # b\n```\nc") == [
                "verbatim 8 **a**", "newline", "newline", "verbatim 8   # b", "newline", "c",
            ])
        #expect(
            parts("~~~ text\n```\n~~~") == [
                "text 256 text", "newline", "verbatim 8 ```", "newline",
            ])
        #expect(parts("````\n```\n````\n") == ["verbatim 8 ```", "newline"])
        #expect(parts("```\nnever closed") == ["verbatim 8 never closed"])
        #expect(parts("```a``` b") == ["text 8 a", " b"])
        #expect(
            parts("> ```\n> a\n> ```\nb") == ["quote", "newline", "verbatim 8 a", "newline", "b"])
        #expect(parts("> ```\n> a\nb") == ["quote", "newline", "verbatim 8 a", "newline", "b"])
    }

    @Test func `Indented lines are code after a gap, and in a list they are not`() {
        #expect(
            parts("a\n\n    *b*\n    c") == [
                "a", "newline", "newline", "verbatim 8     *b*", "newline", "verbatim 8     c",
            ])
        #expect(
            parts("- a\n\n    *b*") == [
                "bullet 0 - ", "a", "newline", "newline", "indent 0     ", "text 2 b",
            ])
    }

    @Test func `Bars and a line under the first row make a table`() {
        let table = "| a | *b* |\n|:-:|--:|\n| `c\\|d` |\n"
        let expected = [
            "table([Markdown.MarkdownText.Alignment.center, Markdown.MarkdownText.Alignment.trailing])",
            "a", "cellEnd", "text 2 b", "cellEnd", "rowEnd", "text 8 c|d", "cellEnd", "rowEnd",
            "tableEnd",
        ]
        #expect(parts(table) == expected)
        #expect(parts(table + "\nb") == expected + ["newline", "b"])
        #expect(parts(table + "b") == expected + ["b"])
        #expect(parts("> |a|\n> |-|\n> |b|\nc").suffix(2) == ["tableEnd", "c"])
    }

    @Test(arguments: ["| a |\nb", "| a |\n| b |\n", "| a", "|a|\n|", "|a|\n| - |x", "  |a|\n  |b|"])
    func `Bars without that are text`(text: String) {
        #expect(Reading(text).shown == text)
        #expect(!parts(text).contains { $0.hasPrefix("table") })
    }

    @Test func `A table that is too large is shown as text`() {
        let text = "| a |\n|---|\n" + String(repeating: "| some words |\n", count: 2000)
        let parts = parts(text)
        #expect(parts.contains("tableDropped"))
        let rest = parts.drop { $0 != "tableDropped" }
        #expect(rest.count { $0 == "verbatim 0 | some words |" } == 2000)
        #expect(!rest.contains("tableEnd"))
    }
}
