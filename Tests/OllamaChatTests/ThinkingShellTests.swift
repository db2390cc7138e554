import TestSupport
import Testing

@Suite struct ThinkingShellTests {
    private func stage() async throws -> Stage {
        var behaviour = StubBehaviour()
        behaviour.thinking = "Let me see."
        return try await Stage(behaviour)
    }

    @Test(arguments: [
        ("low", #""think":"low""#), ("on", #""think":true"#), ("off", #""think":false"#),
    ])
    func `Whether and how much a model thinks is an option`(word: String, field: String)
        async throws
    {
        let stage = try await stage()
        #expect(try await stage.run("--think", word, "Hi").status == .exited(0))
        let asked = try #require(stage.stub.requests.last { $0.chat != nil })
        #expect(asked.text.contains(field))
    }

    @Test func `Hidden thinking is one line on the standard error, and none where it is quiet`()
        async throws
    {
        let stage = try await stage()
        let shown = try await stage.run("Hi")
        #expect(shown.errors.contains("Let me see."))
        let hidden = try await stage.run("--think", "hide", "Hi")
        #expect(!hidden.errors.contains("Let me"))
        #expect(hidden.errors.contains("(thinking … "))
        #expect(hidden.output == shown.output)
        let asked = try #require(stage.stub.requests.last { $0.chat != nil })
        #expect(!asked.text.contains("think"))
        #expect(try await stage.run("-q", "--think", "hide", "Hi").errors.isEmpty)
    }

    @Test func `A word that means nothing is a mistake`() async throws {
        let stage = try await stage()
        let run = try await stage.run("--think", "hard", "Hi")
        #expect(run.status == .exited(2))
        #expect(run.errors.contains("The option think cannot be hard."))
    }

    @Test func `Only a terminal is told that a long reply is there`() async throws {
        var behaviour = StubBehaviour.slow(words: 3)
        behaviour.firstDelay = .milliseconds(1100)
        let stage = try await Stage(behaviour)
        let notifying = ["OLLAMA_CHAT_NOTIFY": "osc9", "OLLAMA_CHAT_NOTIFY_AFTER": "1"]
        let terminal = try PseudoTerminal(
            Stage.program, ["Hi"], environment: stage.environment.merging(notifying) { $1 })
        #expect(try await terminal.waitForEnd() == .exited(0))
        #expect(terminal.output.contains("\u{1B}]9;ollama-chat: reply finished: Hi\u{7}"))
        let piped = try RunningProgram(
            Stage.program, ["Hi"], environment: stage.environment.merging(notifying) { $1 })
        #expect(try await piped.end() == .exited(0))
        #expect(!(piped.output + piped.errors).contains("\u{1B}"))
    }
}
