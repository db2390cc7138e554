import Chat
import PlatformFoundation
import RedisSessions
import TestSupport
import Testing

@Suite struct ModelCommandTests {
    @Test func `A model is shown in the shell, with JSON in full`() async throws {
        var behaviour = StubBehaviour()
        var model = StubModel("tiny", capabilities: ["completion", "vision"], system: "Be brief.")
        model.license = "MIT\n<as it stands>"
        behaviour.models = [model]
        let stage = try await Stage(behaviour)
        let info = try await stage.run("show", "tiny")
        #expect(info.status == .exited(0), "\(info.errors)")
        #expect(info.output.contains("completion, vision"))
        #expect(info.output.contains("8192 tokens"))
        #expect(try await stage.run("show", "tiny", "license").output == "MIT\n<as it stands>\n")
        let json = try await stage.run("show", "tiny", "--json").output
        let shown = try JSONDecoder().decode(Shown.self, from: Data(json.utf8))
        #expect(shown.model == "tiny")
        #expect(shown.context_length == 8192)
        #expect(shown.system == "Be brief.")
        #expect(shown.parameters == nil)
        let none = try await stage.run("show", "tiny", "parameters")
        #expect(none.output.isEmpty)
        #expect(none.errors.contains("tiny has no options of its own."))
        #expect(try await stage.run("show").status == .exited(2))
        #expect(try await stage.run("show", "nosuch").status == .exited(5))
        #expect(try await stage.run("show", "tiny", "nothing").status == .exited(2))
    }

    @Test func `A model is made from a session in the shell`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("--system", "Be brief.", "-o", "seed=7", "Alpha")
        let made = try await stage.run("save-model", "Alpha", "tutor")
        #expect(made.status == .exited(0), "\(made.errors)")
        #expect(made.errors.contains("ollama-chat -m tutor talks to it."))
        let sent = try #require(stage.stub.requests.compactMap(\.newModel).first)
        #expect(sent.from == "smollm2:latest")
        #expect(sent.system == "Be brief.")
        #expect(sent.messages?.map(\.role) == ["user", "assistant"])
        let asked = try await stage.run("save-model", "Alpha", "tutor")
        #expect(asked.status == .exited(2))
        #expect(asked.errors.contains("--yes"))
        #expect(
            try await stage.run("save-model", "--yes", "Alpha", "tutor").status == .exited(0))
        #expect(stage.stub.requests.compactMap(\.newModel).count == 2)
        #expect(try await stage.run("save-model", "Alpha").status == .exited(2))
        #expect(try await stage.run("save-model", "None", "tutor").status == .exited(5))
    }

    @Test func `Options set at the prompt are in the store, until they are taken back`()
        async throws
    {
        let stage = try await Stage()
        var screen = try await stage.screen()
        try screen.type("/set num_ctx 2048")
        try screen.press("Enter")
        try await screen.waitForText("The server loads the model again")
        try screen.type("Q")
        try screen.press("Enter")
        try await screen.waitForText("tokens/s")
        try screen.press("C-d")
        screen = try await stage.screen("-c", variables: ["OLLAMA_CHAT_WARMUP": "off"])
        try screen.type("/set num_c")
        try screen.press("Tab")
        try screen.press("Enter")
        try await screen.waitForText("num_ctx is 2048")
        try screen.type("/set num_ctx default")
        try screen.press("Enter")
        try await screen.waitForText("num_ctx is as the model has it from now on.")
        _ = try await stage.run("-c", "again")
        #expect(
            stage.stub.requests.compactMap(\.chat).map { $0.options?.window } == [2048, nil])
    }
}

private struct Shown: Decodable {
    let model: String
    let context_length: Int?
    let system, parameters: String?
}
