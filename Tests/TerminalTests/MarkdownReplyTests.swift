import Terminal
import Testing

struct MarkdownReplyTests {
    private func look(of text: String, in reply: String) -> String? {
        PaintedText(MarkdownScreen.show([reply])).look(of: text)
    }

    @Test func `A reply looks as it is meant`() {
        #expect(
            MarkdownScreen.plain(MarkdownScreen.reply, columns: 40) == """
                Reading files

                Here is how to read a file in Swift,
                with no few surprises.
                String(contentsOf:) does it; see the
                documentation
                (https://developer.apple.com/documentation) for more.

                1. Open the file, and do not forget that
                   a long item is broken with an
                   indentation.
                2. Read it:
                   • as a whole, with snake_case and
                     2*3*4
                     • 日本語のテキストはここで折り返さ
                       れるはずです。どうでしょうか。
                [x] done
                [ ] open

                │ A quotation that is long enough to be
                │ wrapped, so that its bar has to be
                │ repeated.

                swift
                // A comment
                func read(_ path: String) throws -> String { "a line of code that is longer than the others" }

                Name     │  Type  │           Meaning
                ─────────┼────────┼──────────────────
                path     │ String │ Where the file is
                größe    │ 日本語 │                e\u{301}t\u{301}
                emoji 👩‍👩‍👧 │   🇩🇪   │             a | b

                ────────────────────────────────────────

                The end, with **no closing mark.

                """)
    }

    @Test func `Styles are those of the sixteen colours`() {
        #expect(look(of: "a", in: "# a") == "4;1;35")
        #expect(look(of: "a", in: "## a") == "1;35")
        #expect(look(of: "a", in: "x **a**") == "1")
        #expect(look(of: "a", in: "x *a*") == "3")
        #expect(look(of: "a", in: "x ***a***") == "1;3")
        #expect(look(of: "a", in: "x ~~a~~") == "9")
        #expect(look(of: "a", in: "x `a`") == "36")
        #expect(look(of: "│", in: "> a") == "2")
        #expect(look(of: "let", in: "```swift\nlet a = 1 // b\n```") == "35")
        #expect(look(of: "// b", in: "```swift\nlet a = 1 // b\n```") == "2")
        #expect(look(of: "x", in: "```\nx\n```") == "36")
    }

    @Test func `A link can be clicked where the terminal can, and has its address elsewhere`() {
        let kitty = ["TERM": "xterm-kitty"]
        let reply = "see [this page](https://a.b/c), [x](file:///d), [e.org](https://evil.com)"
        let painted = PaintedText(MarkdownScreen.show([reply], environment: kitty))
        #expect(painted.look(of: "this") == "4 https://a.b/c")
        #expect(painted.plain == "see this page, x (file:///d), e.org (https://evil.com)\n")
        #expect(
            MarkdownScreen.plain(reply, columns: 200)
                == "see this page (https://a.b/c), x (file:///d), e.org (https://evil.com)\n")
        #expect(MarkdownScreen.plain("<https://a.b>") == "https://a.b\n")
        let inside = kitty.merging(["TMUX": "/tmp/x"]) { first, _ in first }
        #expect(!MarkdownScreen.show([reply], environment: inside).contains("\u{1B}]8"))
    }

    @Test func `Words appear as they come, and only what may be markup waits`() {
        let sink = MemorySink()
        let output = MarkdownScreen.output(sink)
        func shown(_ chunk: String) -> String {
            sink.clear()
            output.reply(chunk)
            return PaintedText(sink.text).plain
        }
        #expect(shown("The first") == "The first")
        #expect(shown(" words of **a") == " words of")
        #expect(shown(" long** paragraph") == " a long paragraph")
        #expect(shown("\n\n| a |\n") == "\n\n")
        #expect(shown("|---|\n| b |") == "")
        #expect(shown("\n\nend") == "a\n─\nb\n\nend")
        #expect(shown("\n```sh") == "\n")
        #expect(shown("\nls -l") == "sh\nls -")
        #expect(shown(" x") == "l ")
    }

    @Test func `A pause shows a word that waits, and decides nothing else`() {
        let sink = MemorySink()
        let output = MarkdownScreen.output(sink, columns: 20)
        output.reply("words that end he")
        #expect(sink.text == "words that end")
        output.flushReply()
        #expect(sink.text == "words that end he")
        output.reply("re **bo")
        output.flushReply()
        output.reply("ld**")
        output.endReply()
        #expect(PaintedText(sink.text).plain == "words that end here \nbold\n")
    }

    @Test func `A notice in a reply takes over no style, and the reply goes on below`() {
        let sink = MemorySink()
        let output = MarkdownScreen.output(sink)
        output.reply("- an item with `code`, and **bo")
        output.notice("Saved.")
        output.reply("ld** text\n")
        output.endReply()
        let painted = PaintedText(sink.text)
        #expect(painted.plain == "• an item with code, and \nSaved.\nbold text\n")
        #expect(painted.strangers.isEmpty)
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": ""]])
    func `Where nothing is rendered a reply is left as it is`(environment: [String: String]) {
        let chunks = MarkdownScreen.reply.unicodeScalars.map { String(Character($0)) }
        let shown = MarkdownScreen.show(chunks, columns: 20, environment: environment)
        #expect(shown.isIdentical(to: MarkdownScreen.reply))
        let hostile = MarkdownScreen.show(["**a\u{1B}[2J**"], environment: environment)
        #expect(hostile == "**a␛[2J**\n")
    }

    @Test func `Rendering can be switched off`() {
        let sink = MemorySink()
        let output = MarkdownScreen.output(sink, columns: 20)
        output.rendersMarkdown = false
        output.reply("**a** long line that is not broken\u{7}")
        output.endReply()
        output.pastReply("# b")
        output.rendersMarkdown = true
        output.pastReply("**c**")
        #expect(
            sink.text == "**a** long line that is not broken␇\n# b\n\u{1B}[1mc\u{1B}[0m\n")
    }

    @Test func `A width that changes holds for what comes next`() {
        let sink = MemorySink()
        let columns = Columns(40)
        let traits = TerminalTraits(
            isTerminal: true, environment: ["TERM": "xterm"],
            measure: { TerminalSize(columns: columns.value) })
        let output = Output(sink: sink, standardOutput: traits, standardError: traits)
        output.reply("- one two three four **five** six ")
        columns.value = 12
        output.reply("seven eight nine\n\n| a b c d | e f g h |\n|---|---|\n|a|b|\n")
        output.endReply()
        #expect(
            PaintedText(sink.text).plain == """
                • one two three four five six
                  seven
                  eight nine

                a b  │ e f
                c d  │ g h
                ─────┼─────
                a    │ b

                """)
    }
}
