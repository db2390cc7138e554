import Chat
import REPL
import TestSupport
import Testing

@Suite struct SaveModelCommandTests {
    @Test func `A model is made of what the session has`() async throws {
        let model = ScriptedModel([.text("A1"), .events([.thinking("Hm."), .text("A2")])])
        let dialogue = await Dialogue.hold(
            "/system Be brief.", "/set seed 7", "/set think false", "Q1", "Q2", "/save tutor",
            model: model)
        let made = try #require(model.created.first)
        #expect(made.name == "tutor")
        #expect(made.base == "tiny:latest")
        #expect(made.system == "Be brief.")
        #expect(made.options["seed"] == .integer(7))
        #expect(made.messages.map(\.content) == ["Q1", "A1", "Q2", "A2"])
        #expect(
            dialogue.shown.contains(
                "The model tutor is made from tiny:latest with the system prompt, 1 option and "
                    + "4 messages."))
        #expect(dialogue.shown.contains("/model tutor talks to it."))
    }

    @Test func `A session in which nothing was said has a model in it, too`() async throws {
        let model = ScriptedModel()
        let dialogue = await Dialogue.hold("/model big:7b", "/save-model plain", model: model)
        #expect(model.created == [NewModel(name: "plain", from: "big:7b")])
        #expect(dialogue.shown.contains("The model plain is made from big:7b."))
    }

    @Test func `A model that is there is replaced after a yes only`() async {
        let model = ScriptedModel()
        let dialogue = await Dialogue.hold(
            "/save-model tiny", "n", "/save-model big:7b", "y", "/save-model --yes tiny",
            model: model)
        #expect(model.created.map(\.name) == ["big:7b", "tiny"])
        #expect(dialogue.lines.prompts.contains { $0.text() == "Replace the model tiny? [y/N] " })
        #expect(dialogue.shown.contains("No model was made."))
    }

    @Test func `A name is needed`() async {
        let dialogue = await Dialogue.hold("/save-model", "/save \"\"")
        #expect(dialogue.shown.ranges(of: "Type /save-model [--yes] NAME").count == 2)
        #expect(dialogue.model.created.isEmpty)
    }
}
