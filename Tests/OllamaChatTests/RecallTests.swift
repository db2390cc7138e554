import Platform
import PlatformFoundation
import Redis
import TestSupport
import Testing

/// `/recall` at a real prompt, and `ollama-chat recall`.
@Suite struct RecallTests {
    private func behaviour(hasModel: Bool = true) -> StubBehaviour {
        var behaviour = StubBehaviour()
        let model = StubModel("nomic-embed-text", size: 274_000_000, capabilities: ["embedding"])
        if hasModel { behaviour.models.append(model) } else { behaviour.library = [model] }
        behaviour.vectors = StubVector(synonyms: ["automobile": "car"])
        behaviour.reply = { _ in "I see." }
        return behaviour
    }

    private func say(_ texts: String..., on stage: Stage) async throws {
        for text in texts { #expect(try await stage.run(text).status == .exited(0)) }
    }

    private func vectors(_ stage: Stage) async throws -> Int {
        try await stage.redis.redis("KEYS", "session:*:vec").array().count
    }

    @Test
    func
        `A model is pulled when that is wanted, vectors are made behind the prompt, and the choice stays`()
        async throws
    {
        let stage = try await Stage(behaviour(hasModel: false))
        try await say("My car is broken", "How to make tea", on: stage)
        let home = try TemporaryFolder()
        let screen = try await stage.screen(home: home, columns: 120)
        try screen.type("/recall broken automobile")
        try screen.press("Enter")
        try await screen.waitForText("Pull nomic-embed-text (274 MB)? [y/N]")
        try screen.type("y")
        try screen.press("Enter")
        try await screen.waitForText("of 4 messages are compared by what they mean so far")
        #expect(await eventually { (try? await vectors(stage)) == 2 })
        try screen.type("/recall defective automobile")
        try screen.press("Enter")
        try await screen.waitForText("#1 1 you  My car is broken")
        try screen.type("/open #1")
        try screen.press("Enter")
        try await screen.waitForText("I see.")
        let file = try String(
            contentsOfFile: home.file(".config/ollama-chat/config.toml"), encoding: .utf8)
        #expect(file.contains("search.recall_model = \"nomic-embed-text\""))
        #expect(stage.stub.requests.compactMap(\.embedded).allSatisfy { $0.input.count <= 16 })
    }

    @Test func `A turn is not kept waiting by vectors that are being made`() async throws {
        let stage = try await Stage(behaviour())
        try await say("My car is broken", on: stage)
        stage.stub.inject(.hang, times: 100, on: .embed)
        let screen = try await stage.screen(
            "-n", variables: ["OLLAMA_CHAT_SEARCH_RECALL_MODEL": "nomic-embed-text"])
        #expect(await eventually { stage.stub.requests.contains { $0.target == .embed } })
        let before = stage.stub.departures.count
        try screen.type("Hello")
        try screen.press("Enter")
        try await screen.waitForText("I see.")
        #expect(await stage.stub.departures.reach(before + 1))
        // When the prompt waits again, so does the work that was given up.
        #expect(await eventually { stage.stub.requests.count { $0.target == .embed } > 1 })
    }

    @Test func `In the shell nothing is asked, and the words are looked for`() async throws {
        let stage = try await Stage(behaviour(hasModel: false))
        try await say("My car is broken", on: stage)
        let run = try await stage.run("recall", "car")
        #expect(run.status == .exited(0))
        #expect(run.output.contains("My car is broken"))
        #expect(run.errors.contains("ollama-chat models pull nomic-embed-text gets one."))
        let missing = try RunningProgram(
            Stage.program, ["recall", "car"],
            environment: stage.environment.merging(
                ["OLLAMA_CHAT_SEARCH_RECALL_MODEL": "nosuch"]) { $1 })
        #expect(try await missing.end() == .exited(0))
        #expect(missing.output.contains("My car is broken"))
        #expect(missing.errors.contains("Only words are looked for: Ollama has no model nosuch"))
    }

    @Test func `JSON has what that of a search has`() async throws {
        struct Hit: Decodable {
            let session_id: String
            let message_index: Int
            let score: Double
            let snippet: String
        }
        let stage = try await Stage(behaviour())
        try await say("My car is broken", on: stage)
        let run = try await stage.run("recall", "--json", "car", "role:user")
        #expect(run.status == .exited(0), "\(run.errors)")
        let hits = try JSONDecoder().decode([Hit].self, from: Data(run.output.utf8))
        #expect(hits.map(\.snippet) == ["My car is broken"])
        #expect(abs((hits.first?.score ?? 0) - 1 / 61.0) < 1e-9)
    }

    @Test func `A server that does not answer leaves the words`() async throws {
        let stage = try await Stage(behaviour())
        try await say("My car is broken", on: stage)
        try await stage.stub.stop()
        let run = try await stage.run("recall", "car")
        #expect(run.status == .exited(0))
        #expect(run.output.contains("My car is broken"))
        #expect(run.errors.contains("Only words are looked for: Ollama is not running"))
    }
}
