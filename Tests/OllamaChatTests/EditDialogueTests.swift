import Chat
import PlatformFoundation
import TestSupport
import Testing

/// Commands that ask for a line in the middle of their work, at a real terminal.
@Suite struct EditDialogueTests {
    private func submit(_ line: String, on screen: TerminalScreen) throws {
        try screen.type(line)
        try screen.press("Enter")
    }

    /// A screen at which something was said and answered.
    private func answered(
        _ line: String, at stage: Stage, variables: [String: String] = [:], columns: Int = 80
    ) async throws -> TerminalScreen {
        let screen = try await stage.screen(variables: variables, columns: columns)
        try submit(line, on: screen)
        try await screen.waitForText("tokens/s")
        return screen
    }

    @Test func `A message is edited in the line editor, sent, and recalled`() async throws {
        let stage = try await Stage()
        let screen = try await answered("first", at: stage)
        try submit("/edit", on: screen)
        try await screen.waitForText("edit> first")
        try submit(" again", on: screen)
        try await screen.waitFor("the second reply") { $0.ranges(of: "tokens/s").count == 2 }
        try await screen.waitFor("the prompt") { text in
            text.hasSuffix("/4096 >>> Send a message (/help for help)")
        }
        #expect(try await stage.messages().first?.content == "first again")
        #expect(try await stage.messages().count == 2)
        try screen.press("Up")
        try await screen.waitForText("/4096 >>> first again")
    }

    @Test func `Ctrl-C at the line to edit changes nothing`() async throws {
        let stage = try await Stage()
        let screen = try await answered("first", at: stage)
        try submit("/edit", on: screen)
        try await screen.waitForText("edit> first")
        try screen.press("C-c")
        try screen.press("C-c")
        try await screen.waitForText("Nothing was changed.")
        try submit("/tree", on: screen)
        try await screen.waitForText("#1*")
        #expect(try await stage.messages().count == 2)
    }

    @Test func `A message is edited in an editor of one's own, which has the terminal`()
        async throws
    {
        let stage = try await Stage()
        let folder = try TemporaryFolder()
        try folder.write(
            #"""
            cat "$1"; stty -a | grep -o ' echo '; ls -l "$1" | cut -c 1-10
            read line && printf '%s\nand more\n' "$line" > "$1.new" && mv "$1.new" "$1"
            """#, to: "editor")
        let screen = try await answered(
            "first", at: stage,
            variables: ["VISUAL": "sh \(folder.file("editor"))", "TMPDIR": folder.path])
        try submit("/edit -e", on: screen)
        try await screen.waitForText("first\n echo\n-rw-------")
        try submit("second", on: screen)
        try await screen.waitFor("the second reply") { $0.ranges(of: "tokens/s").count == 2 }
        #expect(try await stage.messages().first?.content == "second\nand more")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["editor"])
        try screen.press("Up")
        try await screen.waitFor("both lines") { text in
            text.contains("/4096 >>> second\n") && text.hasSuffix("    and more")
        }
    }

    @Test(arguments: [
        ("true", "Nothing was changed."), ("printf ' \\n' >", "Nothing was changed."),
        ("false", "The editor false ended with status 1."),
        ("rm", "cannot be read"), ("no-such-editor", "cannot be started."),
    ])
    func `An editor that changes nothing, or fails, leaves all as it was`(
        editor: String, sentence: String
    ) async throws {
        let stage = try await Stage()
        let screen = try await answered(
            "first", at: stage, variables: ["EDITOR": editor], columns: 200)
        try submit("/edit 1 --editor", on: screen)
        try await screen.waitForText(sentence)
        try submit("/tree", on: screen)
        try await screen.waitForText("#1*")
        #expect(try await stage.messages().map(\.content).first == "first")
        #expect(try await stage.messages().count == 2)
    }

    @Test(arguments: [["C-g"], ["C-x", "C-e"]])
    func `The line that is typed is edited in VISUAL and comes back`(keys: [String]) async throws {
        let stage = try await Stage()
        let screen = try await stage.screen(
            variables: ["VISUAL": "sed -i -e s/one/two/ -e '$a more'"], columns: 200)
        try screen.type("line one")
        for key in keys { try screen.press(key) }
        try await screen.waitFor("the edited text") { text in
            text.contains(">>> line two\n") && text.hasSuffix("    more")
        }
        try screen.press("Enter")
        try await screen.waitForText("tokens/s")
        #expect(try await stage.messages().first?.content == "line two\nmore")
    }

    @Test func `A line whose editor fails is still there`() async throws {
        let stage = try await Stage()
        let screen = try await stage.screen(variables: ["EDITOR": "no-such-editor"])
        try screen.type("precious")
        try screen.press("C-g")
        try await screen.waitForText("cannot be started.")
        try await screen.waitFor("the line") { $0.hasSuffix(">>> precious") }
    }

    @Test func `Ctrl-C ends the editor, and not the program`() async throws {
        let stage = try await Stage()
        let screen = try await answered(
            "first", at: stage, variables: ["EDITOR": "echo now editing; sleep 60 #"],
            columns: 100)
        try submit("/edit -e", on: screen)
        try await screen.waitForText("now editing")
        try screen.press("C-c")
        try await screen.waitForText("was ended by signal 2")
        try submit("second", on: screen)
        try await screen.waitFor("the second reply") { $0.ranges(of: "tokens/s").count == 2 }
        #expect(try await stage.messages().count == 4)
    }

    @Test func `Ctrl-C while models are tried is answered once`() async throws {
        let stage = try await Stage(.slow(words: 200))
        let screen = try await stage.screen()
        try submit("question", on: screen)
        try await screen.waitForText("word3")
        try screen.press("C-c")
        try await screen.waitForText("Stopped. What arrived is kept.")
        try submit("/try smollm2,smollm2", on: screen)
        try await screen.waitFor("the first words again") { $0.ranges(of: "word3").count == 2 }
        try screen.press("C-c")
        try await screen.waitFor("the prompt") { text in
            text.ranges(of: "Stopped").count > 1
                && text.hasSuffix("\n>>> Send a message (/help for help)")
        }
        #expect(try screen.text(history: true).ranges(of: "Stopped").count == 2)
    }

    @Test func `Several models are tried at a terminal`() async throws {
        let stage = try await Stage()
        let screen = try await answered("question", at: stage)
        try submit("/try smollm2,smollm2", on: screen)
        try await screen.waitForText("Keep which?")
        try submit("1", on: screen)
        try await screen.waitForText("is in its place; the others are on the shelf.")
        #expect(try await stage.messages().count == 2)
    }
}
