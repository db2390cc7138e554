import Chat
import REPL
import TestSupport
import Testing

@Suite struct ShowCommandTests {
    @Test func `What the model of the session is stands in lines`() async {
        let shown = await Dialogue.hold("/model big:7b", "/show").shown
        let lines = shown.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.contains(["model", "big:7b"]))
        #expect(lines.contains(["architecture", "llama"]))
        #expect(lines.contains(["parameters", "3.2B"]))
        #expect(lines.contains(["quantization", "Q4_K_M"]))
        #expect(lines.contains(["context", "length", "8192", "tokens"]))
        #expect(lines.contains(["capabilities", "completion,", "tools"]))
    }

    @Test func `Texts are shown whole`() async {
        let shown = await Dialogue.hold(
            "/show parameters", "/show system", "/show template", "/show license"
        ).shown
        #expect(shown.contains("stop           \"END\"\ntemperature    0.2\n"))
        #expect(shown.contains("I am tiny:latest."))
        #expect(shown.contains("{{ .Prompt }}"))
        #expect(shown.contains("Apache-2.0\nas it stands\n"))
    }

    @Test func `Another model is shown, whole or in part`() async {
        let dialogue = await Dialogue.hold("/show big:7b", "/show big:7b system", "one")
        #expect(dialogue.shown.contains("I am big:7b."))
        #expect(dialogue.model.requests[0].model == "tiny:latest")
    }

    @Test func `What is no part is explained`() async {
        let shown = await Dialogue.hold("/show big:7b modelfile", "/show a b c").shown
        #expect(shown.ranges(of: "Type /show [MODEL] [PART] or N").count == 2)
    }

    @Test func `Parts and models are completed`() async {
        let completer = Completer(
            CompletionContext(store: MemorySessionStore(), server: ScriptedModel()))
        func texts(_ line: String) async -> [String] {
            await completer.complete(line).candidates.map(\.text)
        }
        #expect(await texts("/show l") == ["license"])
        #expect(await texts("/show bi") == ["big:7b"])
        #expect(await texts("/show big:7b p") == ["big:7b parameters"])
        #expect(await texts("/show t") == ["template", "tiny:latest"])
    }
}
