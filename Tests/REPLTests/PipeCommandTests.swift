import Chat
import REPL
import TestSupport
import Testing

@Suite struct PipeCommandTests {
    private func hold(_ lines: String..., programs: MemoryPrograms) async -> Dialogue {
        let dialogue = Dialogue(ScriptedLines(lines), programs: programs)
        await dialogue.run()
        return dialogue
    }

    @Test func `The reply is given to the command as it was typed`() async {
        let programs = MemoryPrograms(output: [Array("out\n".utf8)])
        let dialogue = await hold(
            "one", "/pipe grep -c 'a  b' | sort -- > \"x\"", "/pipe 1 wc", "/pipe 7z x",
            programs: programs)
        #expect(programs.runs.map(\.command) == ["grep -c 'a  b' | sort -- > \"x\"", "wc", "7z x"])
        #expect(programs.runs.map(\.input) == ["echo: one", "one", "echo: one"])
        #expect(dialogue.shown.ranges(of: "out\n").count == 3)
        #expect(!dialogue.shown.contains("status"))
    }

    @Test func `What the command writes is cleaned, however it is cut`() async {
        let bytes = Array("é\u{1B}]52;c;YQ==\u{7}\u{9B}2J\r\n\u{202E}ende".utf8)
        for cut in 1..<bytes.count {
            let programs = MemoryPrograms(output: [Array(bytes[..<cut]), Array(bytes[cut...])])
            let shown = await hold("one", "/pipe cat", programs: programs).shown
            #expect(shown.contains("é␛]52;c;YQ==␇‹U+009B›2J\n‹U+202E›ende\n"))
        }
    }

    @Test(arguments: [
        (Int32(3), "The command ended with status 3."),
        (-9, "The command was ended by signal 9."),
    ])
    func `A command that fails says how`(status: Int32, sentence: String) async {
        let shown = await hold("one", "/pipe x", programs: MemoryPrograms(status: status)).shown
        #expect(shown.contains(sentence))
    }

    @Test func `Without a command or a reply nothing is run`() async {
        let programs = MemoryPrograms()
        let dialogue = await hold("/pipe cat", "one", "/pipe", "/pipe 2", programs: programs)
        #expect(programs.runs.isEmpty)
        #expect(dialogue.shown.contains("Nothing was said in this session yet."))
        #expect(dialogue.shown.ranges(of: "Type /pipe [N] COMMAND").count == 2)
    }
}
