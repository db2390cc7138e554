import Terminal
import Testing

struct SpinnerTests {
    private static let erase = "\r\u{1B}[K"
    private let sink = MemorySink()
    private let clock = ManualClock()

    private func output(
        standardError: TerminalTraits = .terminal(columns: 30)
    ) -> Output {
        Output(
            sink: sink, standardOutput: .terminal(columns: 30), standardError: standardError,
            clock: clock)
    }

    private func drawn(_ picture: String) -> String { "\r\(picture)\u{1B}[K" }

    @Test func `A quick answer shows no spinner`() async {
        let spinner = output().spinner("Loading")
        await clock.advance(by: .milliseconds(149))
        spinner.stop()
        #expect(sink.text == "")
    }

    @Test func `It appears after a moment, turns, and leaves no trace`() async {
        let spinner = output().spinner("Loading")
        await clock.advance(by: .milliseconds(150))
        #expect(sink.text == drawn("⠙ Loading"))
        await clock.advance(by: .milliseconds(100))
        #expect(sink.text == drawn("⠙ Loading") + drawn("⠹ Loading"))
        sink.clear()
        spinner.stop()
        spinner.stop()
        #expect(sink.text == Self.erase)
        #expect(sink.text(of: .standardOutput) == "")
    }

    @Test func `Its text changes, and a long wait is counted`() async {
        let spinner = output().spinner("Loading")
        await clock.advance(by: .milliseconds(150))
        spinner.update("Reading\nthe \u{1B}prompt")
        sink.clear()
        await clock.advance(by: .milliseconds(1850))
        #expect(sink.text == drawn("⠋ Reading␊the ␛prompt 2 s"))
        sink.clear()
        await clock.advance(by: .milliseconds(63_100))
        #expect(sink.text == drawn("⠙ Reading␊the ␛pro… 1 min 5 s"))
        spinner.stop()
    }

    @Test func `What is written meanwhile stands above it`() async {
        let output = output()
        let spinner = output.spinner("Loading")
        await clock.advance(by: .milliseconds(150))
        sink.clear()
        output.notice("Busy.")
        #expect(sink.text == Self.erase + "Busy.\n")
        sink.clear()
        await clock.advance(by: .milliseconds(100))
        #expect(sink.text == drawn("⠹ Loading"))
        sink.clear()
        output.reply("Well")
        #expect(sink.text == Self.erase + "Well")
        spinner.stop()
        #expect(sink.text == Self.erase + "Well")
    }

    @Test func `Behind the text of an open line it leaves the cursor where it was`() async {
        let output = output()
        output.reply("Well ")
        output.flushReply()
        let spinner = output.spinner("waiting")
        sink.clear()
        await clock.advance(by: .milliseconds(150))
        #expect(sink.text == "\u{1B}7 ⠙ waiting\u{1B}[K\u{1B}8")
        sink.clear()
        output.reply("then ")
        #expect(sink.text == "\u{1B}[Kthen ")
        spinner.stop()
    }

    @Test func `Behind a text that has no room for it there is none`() async {
        let output = output()
        output.reply("A line that is nearly full ")
        output.flushReply()
        let spinner = output.spinner("waiting")
        sink.clear()
        await clock.advance(by: .milliseconds(150))
        #expect(sink.text == "")
        spinner.stop()
    }

    @Test func `A new spinner takes the place of the last one`() async {
        let output = output()
        let first = output.spinner("First")
        await clock.advance(by: .milliseconds(150))
        sink.clear()
        let second = output.spinner("Second")
        #expect(sink.text == Self.erase)
        first.update("Ghost")
        first.stop()
        await clock.advance(by: .milliseconds(150))
        #expect(sink.text == Self.erase + drawn("⠙ Second"))
        second.stop()
    }

    @Test func `A spinner that is let go stops`() async {
        let output = output()
        do {
            let spinner = output.spinner("Loading")
            await clock.advance(by: .milliseconds(150))
            spinner.update("Still loading")
        }
        #expect(sink.text.hasSuffix(Self.erase))
    }

    @Test func `Nothing turns on a dumb terminal or in a pipe`() {
        let dumb = TerminalTraits(
            isTerminal: true, environment: ["TERM": "dumb"], measure: { TerminalSize(columns: 80) })
        for traits in [dumb, .pipe] {
            let output = output(standardError: traits)
            let spinner = output.spinner("Loading")
            output.notice("Done.")
            spinner.stop()
        }
        #expect(sink.text == "Done.\nDone.\n")
    }

    @Test func `A locale without UTF-8 gets a plain picture`() async {
        let traits = TerminalTraits(
            isTerminal: true, environment: ["TERM": "vt100", "LANG": "C", "NO_COLOR": "1"],
            measure: { TerminalSize(columns: 12) })
        let spinner = output(standardError: traits).spinner("Loading a model")
        await clock.advance(by: .milliseconds(150))
        #expect(sink.text == drawn("/ Loadin..."))
        spinner.stop()
    }

    @Test func `It does not turn while somebody else owns the terminal`() async {
        let output = output()
        let spinner = output.spinner("Loading")
        await clock.advance(by: .milliseconds(150))
        sink.clear()
        await output.redirectingLines { _ in
        } while: {
            await clock.advance(by: .milliseconds(100))
        }
        #expect(sink.text == Self.erase)
        spinner.stop()
    }
}
