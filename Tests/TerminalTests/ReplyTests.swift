import Terminal
import Testing

struct ReplyTests {
    private let sink = MemorySink()

    private func output(columns: Int = 20, hasColour: Bool = true) -> Output {
        let traits = TerminalTraits.terminal(columns: columns, hasColour: hasColour)
        return Output(sink: sink, standardOutput: traits, standardError: traits)
    }

    @Test func `Tokens appear as they come, cleaned and broken at words`() {
        let output = output()
        for token in ["The", " quick", " bro", "wn fox", " jumps\u{1B}", "c2J", " over"] {
            output.reply(token)
        }
        #expect(sink.text == "The quick brown fox\njumps␛c2J")
        output.flushReply()
        #expect(sink.text == "The quick brown fox\njumps␛c2J over")
        output.endReply()
        #expect(sink.text == "The quick brown fox\njumps␛c2J over\n")
        #expect(sink.text(of: .standardError) == "")
    }

    @Test func `A pipe gets the bytes of the reply and an end of its line`() {
        let output = Output(
            sink: sink, standardOutput: .pipe, standardError: .terminal(columns: 10))
        let chunks = ["A long line\r\n", "with \u{1B}[1m", "e", "\u{301}scapes"]
        for chunk in chunks {
            output.reply(chunk)
            output.notice("Meanwhile.")
        }
        output.endReply()
        let expected = chunks.reduce(into: "") { $0.unicodeScalars += $1.unicodeScalars } + "\n"
        #expect(
            sink.text(of: .standardOutput).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func `A reply that ends its line gets no empty one`() {
        let output = output()
        output.reply("done.\n")
        output.endReply()
        output.endReply()
        #expect(sink.text == "done.\n")
    }

    @Test func `A notice in a reply begins a line, and the reply goes on below`() {
        let output = output()
        output.reply("one two thr")
        output.notice("Saved.")
        output.reply("ee four five six seven")
        output.endReply()
        #expect(sink.text == "one two thr\nSaved.\nee four five six\nseven\n")
    }

    @Test func `Thinking is faint, apart from the reply and not in it`() {
        let output = output(hasColour: true)
        output.thinking("Hm. ")
        output.thinking("Well.\nYes")
        output.reply("42")
        output.endReply()
        #expect(sink.text(of: .standardOutput) == "42\n")
        #expect(
            sink.text
                == "\u{1B}[2mHm.\u{1B}[0m\u{1B}[2m Well.\u{1B}[0m\n\u{1B}[2mYes\u{1B}[0m\n\n42\n")
    }

    @Test func `A width that changes holds for what comes next`() {
        let columns = Columns(20)
        let traits = TerminalTraits(
            isTerminal: true, environment: ["TERM": "xterm"],
            measure: { TerminalSize(columns: columns.value) })
        let output = Output(sink: sink, standardOutput: traits, standardError: traits)
        output.reply("one two three ")
        columns.value = 8
        output.reply("four five six ")
        output.endReply()
        #expect(sink.text == "one two three\nfour\nfive six\n")
    }
}
