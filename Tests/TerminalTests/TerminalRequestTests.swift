import Terminal
import Testing

struct TerminalRequestTests {
    private let sink = MemorySink()

    private func output(_ environment: [String: String], isTerminal: Bool = true) -> Output {
        let traits = TerminalTraits(
            isTerminal: isTerminal, environment: environment, measure: { nil })
        return Output(sink: sink, standardOutput: .pipe, standardError: traits)
    }

    private let xterm = ["TERM": "xterm"]
    private let tmux = ["TERM": "screen", "TMUX": "/tmp/tmux,1,0"]

    @Test func `A text for the clipboard is sent as base64`() {
        #expect(output(xterm).ask(.clipboard("höhe\n")))
        #expect(sink.text == "\u{1B}]52;c;aMO2aGUK\u{7}")
    }

    @Test func `tmux is asked to hand it on, and to take it itself`() {
        #expect(output(tmux).ask(.clipboard("a")))
        #expect(
            sink.text
                == "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{7}\u{1B}\\\u{1B}]52;c;YQ==\u{7}")
    }

    @Test func `A notification is one clean line, which tmux hands on`() {
        output(xterm).ask(.notification("done\u{7}\u{1B}]0;x\nthen"))
        #expect(sink.text == "\u{1B}]9;done␇␛]0;x␊then\u{7}")
        sink.clear()
        output(tmux).ask(.notification("done"))
        #expect(sink.text == "\u{1B}Ptmux;\u{1B}\u{1B}]9;done\u{7}\u{1B}\\")
    }

    @Test func `Only a terminal is asked, and one that knows no sequences only to ring`() {
        #expect(!output(xterm, isTerminal: false).ask(.bell))
        #expect(!output(["TERM": "dumb"]).ask(.clipboard("a")))
        #expect(sink.text == "")
        #expect(output(["TERM": "dumb"]).ask(.bell))
        #expect(sink.text == "\u{7}")
    }

    @Test func `A line that is open stays open`() {
        let output = Output(
            sink: sink, standardOutput: .terminal(), standardError: .terminal())
        output.reply("half")
        output.flushReply()
        output.ask(.bell)
        output.reply(" a line")
        output.endReply()
        #expect(sink.text == "half\u{7} a line\n")
    }
}
