import Terminal
import Testing

struct PageTests {
    private let sink = MemorySink()

    private func output(rows: Int = 5, hasColour: Bool = false) -> Output {
        let traits = TerminalTraits.terminal(columns: 20, rows: rows, hasColour: hasColour)
        return Output(sink: sink, standardOutput: traits, standardError: traits)
    }

    @Test func `What fits above the prompt is no page`() {
        #expect(output().page(of: "1\n2\n3\n4", isReply: true) == nil)
        #expect(output().page(of: "1\n2\n3\n4\n5", isReply: true)?.hasPrefix("1\n2\n") == true)
        #expect(sink.text == "")
    }

    @Test func `A line that is broken counts as several`() {
        let code = "```\n" + String(repeating: "a", count: 70) + "\n```"
        #expect(output(hasColour: true).page(of: code, isReply: true) == nil)
        #expect(output(rows: 4, hasColour: true).page(of: code, isReply: true) != nil)
        #expect(
            output().page(of: String(repeating: "word ", count: 20), isReply: false) != nil)
    }

    @Test func `A page is cleaned and rendered, without links`() throws {
        let text = "# Title\n[text](https://a.b/c)\n\u{1B}]52;c;YQ==\u{7}\n1\n2\n3"
        let page = try #require(output(hasColour: true).page(of: text, isReply: true))
        #expect(page.contains("␛]52"))
        #expect(!page.contains("\u{1B}]"))
        #expect(page.contains("https://a.b/c"))
        #expect(!page.contains("# Title"))
    }

    @Test func `Without a terminal that can page there is none`() {
        let piped = Output(sink: sink, standardOutput: .pipe, standardError: .terminal())
        #expect(piped.page(of: String(repeating: "1\n", count: 99), isReply: true) == nil)
    }
}
