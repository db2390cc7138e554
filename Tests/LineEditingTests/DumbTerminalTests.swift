import TestSupport
import Testing

@testable import LineEditing

@Suite struct DumbTerminalTests {
    @Test func `A terminal without cursor motion is usable`() async throws {
        let terminal = try PseudoTerminal(
            BuiltProgram.path("editor-probe"), environment: ["TERM": "dumb"])
        try await terminal.waitForOutput("ask> ")
        try await terminal.send("helo\u{1b}[Dl\r")
        try await terminal.waitForOutput("[got \"hello\"]")
        try await terminal.send("/close\r")
        #expect(try await terminal.waitForEnd() == .exited(0))
        #expect(!terminal.output.contains("\u{1b}"))
        #expect(terminal.isCooked)
    }

    @Test func `Without a terminal there is an error`() throws {
        #expect(throws: LineEditingError.self) {
            try LineEditor(name: "test") { _ in .none }
        }
    }
}
