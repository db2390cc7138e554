import TestSupport
import Testing

/// What the server is asked while a line is typed.
@Suite struct WarmupDialogueTests {
    /// A stage on which somebody has asked something once.
    private func stage() async throws -> Stage {
        let stage = try await Stage()
        #expect(try await stage.run("Tea").status == .exited(0))
        return stage
    }

    private func chats(_ stage: Stage) -> Int {
        stage.stub.requests.count { $0.target == .chat }
    }

    @Test func `A session that is opened is read while the line is typed`() async throws {
        let stage = try await stage()
        // One answer was wanted, and nothing else.
        #expect(stage.stub.requests.count { $0.target == .load } == 0)
        #expect(chats(stage) == 1)
        let screen = try await stage.screen("-c")
        try screen.type("And milk?")
        #expect(await eventually { chats(stage) == 2 })
        let warmup = stage.stub.requests.compactMap(\.chat).suffix(2)
        #expect(warmup.map(\.messages.count) == [0, 2])
        #expect(warmup.last?.options?.longestReply == 1)
        try screen.press("Enter")
        #expect(await eventually { (try? await stage.messages().count) == 4 })
        let asked = stage.stub.requests.compactMap(\.chat).last
        #expect(asked?.messages.count == 3)
        #expect(asked?.messages.starts(with: warmup.last?.messages ?? []) == true)
    }

    @Test func `A sign of its own width is shown meanwhile, and Enter does not wait`()
        async throws
    {
        let stage = try await stage()
        stage.stub.inject(.hang, times: 1, on: .chat)
        let screen = try TerminalScreen(
            Stage.program, ["-c"], environment: stage.environment)
        try await screen.waitForText("/4096 >>… Send")
        try screen.type("And milk?")
        try await screen.waitForText("/4096 >>… And milk?")
        // On a busy machine the sign may be that of the load, which a turn waits for.
        #expect(await eventually { chats(stage) == 2 })
        try screen.press("Enter")
        try await screen.waitFor("the prompt behind the reply") { text in
            text.hasSuffix("/4096 >>> Send a message (/help for help)")
        }
        #expect(try await stage.messages().count == 4)
        #expect(await stage.stub.departures.reach(1))
    }

    @Test func `Nothing is asked where that is not wanted`() async throws {
        let stage = try await Stage()
        #expect(try await stage.run("Tea").status == .exited(0))
        let screen = try await stage.screen("-c", variables: ["OLLAMA_CHAT_WARMUP": "off"])
        try screen.type("And milk?")
        try screen.press("Enter")
        #expect(await eventually { (try? await stage.messages().count) == 4 })
        #expect(stage.stub.requests.count { $0.target == .load } == 0)
        let wrong = try RunningProgram(
            Stage.program, ["Hi"],
            environment: stage.environment.merging(["OLLAMA_CHAT_WARMUP": "hot"]) { $1 })
        #expect(try await wrong.end() == .exited(2))
        #expect(wrong.errors.contains("off, load or prefix"))
    }
}
