import Chat
import TestSupport
import Testing

/// Commands that ask for a line in the middle of their work, at a real terminal.
@Suite struct EditDialogueTests {
    private func submit(_ line: String, on screen: TerminalScreen) throws {
        try screen.type(line)
        try screen.press("Enter")
    }

    @Test func `A message is edited in the line editor, sent, and recalled`() async throws {
        let stage = try await Stage()
        let screen = try await stage.screen()
        try submit("first", on: screen)
        try await screen.waitForText("tokens/s")
        try submit("/edit", on: screen)
        try await screen.waitForText("edit> first")
        try submit(" again", on: screen)
        try await screen.waitFor("the second reply") { $0.ranges(of: "tokens/s").count == 2 }
        try await screen.waitFor("the prompt") { text in
            text.hasSuffix("\n>>> Send a message (/help for help)")
        }
        #expect(try await stage.messages().first?.content == "first again")
        #expect(try await stage.messages().count == 2)
        try screen.press("Up")
        try await screen.waitForText("\n>>> first again")
    }

    @Test func `Ctrl-C at the line to edit changes nothing`() async throws {
        let stage = try await Stage()
        let screen = try await stage.screen()
        try submit("first", on: screen)
        try await screen.waitForText("tokens/s")
        try submit("/edit", on: screen)
        try await screen.waitForText("edit> first")
        try screen.press("C-c")
        try screen.press("C-c")
        try await screen.waitForText("Nothing was changed.")
        try submit("/tree", on: screen)
        try await screen.waitForText("#1*")
        #expect(try await stage.messages().count == 2)
    }

    @Test func `Several models are tried at a terminal`() async throws {
        let stage = try await Stage()
        let screen = try await stage.screen()
        try submit("question", on: screen)
        try await screen.waitForText("tokens/s")
        try submit("/try smollm2,smollm2", on: screen)
        try await screen.waitForText("Keep which?")
        try submit("1", on: screen)
        try await screen.waitForText("is in its place; the others are on the shelf.")
        #expect(try await stage.messages().count == 2)
    }
}
