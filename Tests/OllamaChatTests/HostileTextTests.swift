import Chat
import RedisSessions
import TestSupport
import Testing

/// What others say, in the bytes that a real terminal gets.
@Suite struct HostileTextTests {
    private func start(
        _ stage: Stage, _ arguments: [String] = [], variables: [String: String] = [:]
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            Stage.program, arguments, environment: stage.environment.merging(variables) { $1 },
            columns: 200, rows: 60)
    }

    /// Whether none of the texts is in what the program wrote, byte for byte.
    private func expectHarmless(_ output: String) {
        let bytes = Array(output.utf8)
        for text in HostileText.all {
            let found = bytes.indices.contains { bytes[$0...].starts(with: text.utf8) }
            #expect(!found, "\(text.debugDescription)")
        }
    }

    @Test(arguments: [nil, StubFault.pieces(of: 1)])
    func `A reply and thoughts, whole or in pieces of a byte`(fault: StubFault?) async throws {
        var behaviour = StubBehaviour()
        let texts = HostileText.all.map { "- a\($0)b" }.joined(separator: "\n")
        behaviour.thinking = texts
        behaviour.reply = { _ in texts + "\n\nthe end" }
        behaviour.fault = fault
        let stage = try await Stage(behaviour)
        for variables in [[:], ["NO_COLOR": "1"], ["TERM": "dumb"]] {
            let terminal = try start(stage, ["Hi"], variables: variables)
            #expect(try await terminal.waitForEnd() == .exited(0))
            #expect(terminal.output.contains("the end"))
            expectHarmless(terminal.output)
        }
    }

    @Test func `Names of sessions, listed, completed and asked about`() async throws {
        let stage = try await Stage()
        let store = try stage.store()
        for text in HostileText.all { _ = try await store.create(name: "mark\(text)") }
        await store.close()
        let terminal = try start(stage)
        try await terminal.waitForOutput(">>>")
        try await terminal.send("/sessions --limit 100\r")
        try await terminal.waitForOutput("#\(HostileText.all.count)")
        try await terminal.send("/open #\t\t")
        try await terminal.waitForOutput("more")
        try await terminal.send("\u{15}/delete #1\r")
        try await terminal.waitForOutput("[y/N]")
        try await terminal.send("n\r")
        try await terminal.waitForOutput("Nothing was deleted.")
        expectHarmless(terminal.output)
    }

    @Test func `What the model server says of its failures`() async throws {
        let texts = HostileText.all.joined(separator: " ")
        var behaviour = StubBehaviour()
        behaviour.fault = .error(500, "mark \(texts)")
        let stage = try await Stage(behaviour)
        let terminal = try start(stage, ["Hi"])
        #expect(try await terminal.waitForEnd() == .exited(4))
        #expect(terminal.output.contains("mark"))
        expectHarmless(terminal.output)
    }

    @Test func `Lines that are recalled from a history that others wrote`() async throws {
        let stage = try await Stage()
        let state = try TemporaryFolder()
        let first = try start(stage, variables: ["XDG_STATE_HOME": state.path])
        try await first.waitForOutput(">>>")
        try await first.send("one\r")
        try await first.waitForOutput("tokens/s")
        try await first.send("\u{4}")
        _ = try await first.waitForEnd()
        let lines = HostileText.all.map { "mark\($0)end\n" }.joined()
        try state.write("last\n" + lines, to: "ollama-chat/history")
        let terminal = try start(stage, variables: ["XDG_STATE_HOME": state.path])
        try await terminal.waitForOutput(">>>")
        for _ in HostileText.all { try await terminal.send("\u{1B}[A") }
        try await terminal.send("\u{12}mark\u{12}\u{12}\u{7}")
        for _ in 0..<(HostileText.all.count + 1) { try await terminal.send("\u{1B}[A") }
        try await terminal.waitForOutput("last")
        expectHarmless(terminal.output)
    }
}
