import Chat
import TestSupport
import Testing

@testable import REPL

/// What stands in front of the line.
@Suite struct PromptTextTests {
    private func prompts(_ dialogue: Dialogue) -> [String] {
        dialogue.lines.prompts.map { $0.text() }
    }

    @Test func `The prompt shows how full the window is`() async throws {
        let model = ScriptedModel([.text("Hi there.")])
        let dialogue = await Dialogue.hold("Hello", "/context", model: model)
        // The window was asked for beside the reply.
        #expect(prompts(dialogue).last == "12/4096 >>> ")
        #expect(dialogue.shown.contains("the last reply ended at 12 of 4096 tokens"))
    }

    @Test func `A session that is opened shows it before anybody is asked`() async throws {
        let store = MemorySessionStore()
        let first = Dialogue(ScriptedLines(["Hello"]), store: store)
        await first.run()
        let model = ScriptedModel()
        let later = Dialogue(ScriptedLines(["/open Hello"]), model: model, store: store)
        await later.run()
        #expect(prompts(later).last == "12/4096 >>> ")
        #expect(model.requests.isEmpty)
    }

    @Test func `Nothing is shown that is not known, or not wanted`() async throws {
        let quiet = Dialogue(ScriptedLines(["Hello"]), settings: ChatSettings(isQuiet: true))
        await quiet.run()
        #expect(prompts(quiet) == [">>> ", ">>> "])
        #expect(prompts(await Dialogue.hold("/help")) == [">>> ", ">>> "])
    }

    @Test func `Session and model stand at the end of the row`() async throws {
        let dialogue = await Dialogue.hold("Hello \u{1b}[2Jthere", "/new Tea\u{202e}")
        #expect(
            dialogue.lines.prompts.map(\.right) == [
                "", "Hello ␛[2Jthere · tiny", "Tea‹U+202E› · tiny",
            ])
    }

    @Test func `A prompt is as it was configured`() async throws {
        let left = try #require(PromptTemplate("{{session}} {{percent}} {{mark}}"))
        let right = try #require(PromptTemplate("{{meter}}"))
        let settings = ChatSettings(prompt: left, rightPrompt: right)
        let dialogue = Dialogue(ScriptedLines(["Hello"]), settings: settings)
        await dialogue.run()
        #expect(prompts(dialogue).last == "Hello 0% >>> ")
        #expect(dialogue.lines.prompts.last?.right == "12/4096")
    }

    @Test func `A store that is away is told behind the figures`() {
        let prompt = PromptText(isStoreAway: { true })
        #expect(prompt.text == "(not connected) >>> ")
        prompt.show(ContextMeter(used: 7))
        #expect(prompt.text == "7 (not connected) >>> ")
        prompt.show(ContextMeter(used: 7, window: 4096, isEstimated: true))
        #expect(prompt.text == "~7/4096 (not connected) >>> ")
    }
}
