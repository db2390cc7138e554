import Synchronization
import Terminal
import Testing

struct OutputTests {
    private let sink = MemorySink()

    private func output(
        columns: Int = 20, hasColour: Bool = false, isQuiet: Bool = false
    ) -> Output {
        let traits = TerminalTraits.terminal(columns: columns, hasColour: hasColour)
        return Output(sink: sink, standardOutput: traits, standardError: traits, isQuiet: isQuiet)
    }

    private var piped: Output {
        Output(sink: sink, standardOutput: .pipe, standardError: .terminal(columns: 20))
    }

    @Test func `Answers go to standard output and all else to standard error`() {
        let output = output(columns: 80)
        output.result("42")
        output.notice("Saved.")
        output.status("llama3.2")
        output.hint("Try /help.")
        output.warning("Low space.")
        output.error("It failed.", hint: "Try again.")
        #expect(sink.text(of: .standardOutput) == "42\n")
        #expect(
            sink.text(of: .standardError)
                == "Saved.\nllama3.2\nTry /help.\nWarning: Low space.\nError: It failed.\nTry again.\n"
        )
    }

    @Test func `A quiet output keeps warnings, errors and answers`() {
        let output = output(columns: 80, isQuiet: true)
        output.notice("Saved.")
        output.status("llama3.2")
        output.hint("Try /help.")
        output.warning("Low space.")
        output.error("It failed.", hint: "Try again.")
        output.result("42")
        #expect(sink.text == "Warning: Low space.\nError: It failed.\nTry again.\n42\n")
    }

    @Test func `Messages are cleaned, broken at words and coloured line by line`() {
        let output = output(columns: 12, hasColour: true)
        output.warning("one \u{1B}[2J two")
        #expect(
            sink.text == "\u{1B}[33mWarning: one\u{1B}[0m\n\u{1B}[33m␛[2J two\u{1B}[0m\n")
    }

    @Test func `A styled answer is coloured on a terminal and plain in a pipe`() {
        let text: StyledText = .label("id ") + "x\u{1B}y"
        output(hasColour: true).result(text)
        #expect(sink.text == "\u{1B}[36mid \u{1B}[0mx␛y\n")
        sink.clear()
        piped.result(text)
        #expect(sink.text == "id x\u{1B}y\n")
    }

    @Test func `A long answer is not broken at words but prose is`() {
        let text = "a sentence longer than the terminal"
        output().result(text)
        #expect(sink.text == text + "\n")
        sink.clear()
        output().prose(text)
        #expect(sink.text == "a sentence longer\nthan the terminal\n")
        sink.clear()
        piped.prose(text)
        #expect(sink.text == text + "\n")
    }

    @Test func `An answer begins a line and ends one`() {
        let output = output()
        output.reply("half a ")
        output.result("two\nlines\n")
        output.result("")
        #expect(sink.text == "half a \ntwo\nlines\n\n")
    }

    @Test func `A table fits the terminal and is whole in a pipe`() {
        let table = TextTable(
            [.init("Name", isFlexible: true), .init("Size")],
            rows: [["a long name of something", "4.7 GB"]])
        output().table(table)
        #expect(sink.text == "Name          Size\na long name…  4.7 GB\n")
        sink.clear()
        piped.table(table)
        #expect(sink.text == "Name                      Size\na long name of something  4.7 GB\n")
    }

    @Test func `While somebody else owns the terminal it gets whole lines`() async {
        let posted = Mutex<[String]>([])
        let output = output()
        output.reply("half")
        await output.redirectingLines { line in
            posted.withLock { $0.append(line) }
        } while: {
            await Task.yield()
            output.notice("one two three four five")
            output.reply("a re")
            output.reply("ply")
        }
        #expect(sink.text == "half\n")
        #expect(posted.withLock(\.self) == ["one two three four\nfive", "a reply"])
        output.notice("back")
        #expect(sink.text == "half\nback\n")
    }

    @Test func `What goes into a pipe is not redirected`() async {
        let output = piped
        await output.redirectingLines { _ in
            Issue.record("The pipe is not the terminal.")
        } while: {
            await Task.yield()
            output.result("42")
        }
        #expect(sink.text(of: .standardOutput) == "42\n")
    }
}
