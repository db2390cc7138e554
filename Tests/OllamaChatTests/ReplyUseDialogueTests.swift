import Chat
import PlatformFoundation
import TestSupport
import Testing

/// What is done with a reply by other programs, at a real terminal.
@Suite struct ReplyUseDialogueTests {
    private func submit(_ line: String, on screen: TerminalScreen) throws {
        try screen.type(line)
        try screen.press("Enter")
    }

    /// A stage whose model answers with a text.
    private func stage(answering reply: String) async throws -> Stage {
        var behaviour = StubBehaviour()
        behaviour.reply = { _ in reply }
        return try await Stage(behaviour)
    }

    private func answered(
        at stage: Stage, variables: [String: String] = [:], rows: Int = 24
    ) async throws -> TerminalScreen {
        let screen = try await stage.screen(variables: variables, rows: rows)
        try submit("Hi", on: screen)
        try await screen.waitForText("tokens/s")
        return screen
    }

    @Test func `A reply goes to the clipboard of the desktop`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("#!/bin/sh\ncat > \"$(dirname \"$0\")/clipboard\"\n", to: "wl-copy")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.file("wl-copy"))
        let stage = try await stage(answering: "**bold** text")
        let screen = try await answered(
            at: stage,
            variables: ["PATH": "\(folder.path):/usr/bin:/bin", "WAYLAND_DISPLAY": "wayland-0"])
        try submit("/copy", on: screen)
        try await screen.waitForText("Copied the reply, 13 characters, with wl-copy.")
        #expect(try folder.read("clipboard") == "**bold** text")
    }

    @Test func `Without a display it goes to that of the terminal`() async throws {
        let stage = try await stage(answering: "text")
        let terminal = try PseudoTerminal(Stage.program, environment: stage.environment)
        try await terminal.waitForOutput(">>>")
        try await terminal.send("Hi\r")
        try await terminal.waitForOutput("tokens/s")
        try await terminal.send("/copy\r")
        try await terminal.waitForOutput("Copied the reply, 4 characters, through the terminal.")
        #expect(terminal.output.contains("\u{1B}]52;c;dGV4dA==\u{7}"))
    }

    @Test func `A command reads the reply, and what it writes is harmless`() async throws {
        let stage = try await stage(answering: "one two three")
        let screen = try await answered(at: stage)
        try submit(#"/pipe wc -w; printf '\033]2;title\007\033[2J'; exit 3"#, on: screen)
        try await screen.waitForText("␛]2;title␇␛[2J")
        try await screen.waitForText("Warning: The command ended with status 3.")
        #expect(try screen.text().contains("\n3\n"))
        try submit("/pipe true", on: screen)
        try submit("again", on: screen)
        #expect(await eventually { (try? await stage.messages().count) == 4 })
    }

    @Test func `Ctrl-C stops a command and the prompt comes back`() async throws {
        let stage = try await stage(answering: "text")
        let screen = try await answered(at: stage)
        try submit("/pipe echo started; sleep 600", on: screen)
        try await screen.waitForText("\nstarted\n")
        try screen.press("C-c")
        try await screen.waitFor("the prompt") { text in
            text.contains("Stopped.") && text.hasSuffix(">>> Send a message (/help for help)")
        }
        try submit("again", on: screen)
        #expect(await eventually { (try? await stage.messages().count) == 4 })
    }

    @Test func `A long reply is read in the pager, which has the terminal`() async throws {
        let reply = (1...60).map { "line \($0)" }.joined(separator: "\n\n") + "\n\u{1B}[2Jend"
        let folder = try TemporaryFolder()
        try folder.write(
            "head -n 3; echo; tail -n 1; echo \"LESS=$LESS\"; read key < /dev/tty", to: "pager")
        let stage = try await stage(answering: reply)
        let screen = try await answered(
            at: stage,
            variables: ["PAGER": "sh \(folder.file("pager"))", "TMPDIR": folder.path])
        try submit("/last", on: screen)
        try await screen.waitForText("line 1\n\nline 2\n")
        try await screen.waitForText("␛[2Jend\nLESS=R")
        try screen.press("Enter")
        try await screen.waitFor("the prompt") { $0.hasSuffix("(/help for help)") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pager"])
    }

    @Test(arguments: ["no-such-pager", "false"])
    func `Where the pager fails the reply is printed`(pager: String) async throws {
        let reply = (1...30).map { "line \($0)" }.joined(separator: "\n\n")
        let stage = try await stage(answering: reply)
        let screen = try await answered(at: stage, variables: ["PAGER": pager])
        try screen.press("C-l")
        try submit("/last", on: screen)
        try await screen.waitFor("the reply twice", history: true) {
            $0.ranges(of: "line 30").count == 2
        }
    }
}
