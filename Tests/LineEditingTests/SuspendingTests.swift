import TestSupport
import Testing

@Suite struct SuspendingTests {
    @Test func `Ctrl-Z suspends, and the text is there again afterwards`() async throws {
        let screen = try TerminalScreen(
            "/bin/bash", ["--norc", "-i"], environment: ["PS1": "sh: "])
        try await screen.waitForText("sh:")
        try screen.type(BuiltProgram.path("editor-probe"))
        try screen.press("Enter")
        try await screen.waitForText("ask>")
        try screen.type("one")
        try screen.press("C-j")
        try screen.type("two")
        try screen.press("C-z")
        try await screen.waitForText("Stopped")
        try screen.type("stty -a | grep -o ' echo '; fg")
        try screen.press("Enter")
        try await screen.waitForText("ask> one\n...> two")
        #expect(try screen.text().contains("\n echo\n"))
        #expect(try screen.text().ranges(of: "ask> one").count == 1)
        try screen.press("Enter")
        try await screen.waitForText("[got \"one\\ntwo\"]")
    }
}
