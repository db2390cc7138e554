import Chat
import TestSupport
import Testing

@Suite struct PlainInputTests {
    /// A shell at a terminal that runs the program with an output that is no terminal.
    private func terminal(_ stage: Stage, _ script: String) throws -> PseudoTerminal {
        try PseudoTerminal(
            "/bin/sh", ["-c", script.replacing("PROGRAM", with: Stage.program)],
            environment: stage.environment)
    }

    @Test func `Ctrl-C at a question of the shell ends the program`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("Alpha")
        let terminal = try PseudoTerminal(
            Stage.program, ["delete", "Alpha"], environment: stage.environment)
        try await terminal.waitForOutput("[y/N]")
        terminal.signal(2)
        #expect(try await terminal.waitForEnd() == .exited(130))
        #expect(try await stage.messages().count == 2)
    }

    @Test func `A question of the shell is answered by a line`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("Alpha")
        let terminal = try PseudoTerminal(
            Stage.program, ["delete", "Alpha"], environment: stage.environment)
        try await terminal.waitForOutput("[y/N]")
        try await terminal.send("y\n")
        #expect(try await terminal.waitForEnd() == .exited(0))
        #expect(try await stage.messages().isEmpty)
    }

    @Test func `A chat whose replies go to a file is left by SIGTERM`() async throws {
        let stage = try await Stage()
        let terminal = try terminal(stage, "exec 'PROGRAM' > \"$HOME/replies\"")
        try await terminal.waitForOutput(">>>")
        terminal.signal(15)
        #expect(try await terminal.waitForEnd() == .exited(143))
    }

    @Test func `Ctrl-C in such a chat stops the reply and not the program`() async throws {
        let stage = try await Stage(.slow(words: 1000))
        let terminal = try terminal(stage, "exec 'PROGRAM' > \"$HOME/replies\"")
        try await terminal.waitForOutput(">>>")
        terminal.signal(2)
        try await terminal.waitForOutput("Ctrl-D")
        try await terminal.send("Talk\n")
        #expect(await stage.stub.arrivals.reach(1))
        #expect(await eventually { (try? await stage.messages().count) == 1 })
        try await terminal.wait(for: "a reply") {
            (try? terminal.home.read("replies"))?.contains("word5") == true
        }
        terminal.signal(2)
        try await terminal.waitForOutput("What arrived is kept")
        try await terminal.send("/bye\n")
        #expect(try await terminal.waitForEnd() == .exited(0))
        #expect(try await stage.messages().last?.state == .interrupted)
    }

    @Test func `A reader that goes away stops the reply, which is kept`() async throws {
        let stage = try await Stage(.slow(words: 1000))
        let program = try RunningProgram(
            "/bin/sh", ["-c", "'\(Stage.program)' Talk | head -c 20"],
            environment: stage.environment)
        #expect(try await program.end() == .exited(0))
        #expect(await stage.stub.departures.reach(1))
        #expect(await eventually { (try? await stage.messages().last?.state) == .interrupted })
        #expect(!program.errors.contains("Error"))
    }

    @Test func `JSON at the program's own prompt is refused`() async throws {
        let stage = try await Stage()
        let program = try stage.start("--json")
        #expect(try await program.end() == .exited(2))
        #expect(program.errors.contains("--json"))
    }
}
