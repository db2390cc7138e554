import Chat
import REPL
import TestSupport
import Testing

@Suite struct PrivateCommandTests {
    @Test func `A private session is marked, and leaves nothing behind`() async throws {
        let dialogue = await Dialogue.hold(
            "/private", "my secret", "/history", "/new", "public", "/open private", "/bye")
        #expect(dialogue.shown.contains("1 you · just now\nmy secret\n"))
        #expect(try await dialogue.newestSession()?.name == "public")
        #expect(try await dialogue.store.list(offset: 0, limit: 9).total == 1)
        #expect(dialogue.lines.remembered == ["/private", "public", "/open private"])
        let rights = dialogue.lines.prompts.map(\.right)
        #expect(
            rights == [
                "", "private", "private · tiny", "private · tiny", "tiny", "public · tiny",
                "private · tiny",
            ])
        #expect(dialogue.shown.contains("echo: my secret"))
    }

    @Test func `A private message that is not sent is there again`() async {
        let model = ScriptedModel(models: [])
        let dialogue = await Dialogue.hold("/private", "my secret", model: model)
        #expect(dialogue.lines.prompts.last?.initialText == "my secret")
        #expect(!dialogue.shown.contains("Up brings it back"))
        #expect(dialogue.lines.prompts.last?.text() == "(private) >>> ")
    }
}
