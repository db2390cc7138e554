import Chat
import REPL
import TestSupport
import Testing

@Suite struct ReadEvalPrintLoopTests {
    @Test func `A message is answered and stored`() async throws {
        let dialogue = await Dialogue.hold("Hello", model: ScriptedModel([.text("Hi there.")]))
        #expect(dialogue.shown.contains("Hi there.\n"))
        let session = try #require(try await dialogue.newestSession())
        let history = try await dialogue.store.history(of: session.id, .all)
        #expect(history.messages.compactMap(\.message?.content) == ["Hello", "Hi there."])
        #expect(session.name == "Hello")
    }

    @Test func `An error does not end the loop, and the message can be recalled`() async throws {
        let model = ScriptedModel(models: [])
        let dialogue = await Dialogue.hold("precious text", "/help", model: model)
        #expect(dialogue.shown.contains("The model server has no models yet."))
        #expect(dialogue.shown.contains("The message was not sent. Up brings it back."))
        #expect(dialogue.lines.remembered == ["precious text", "/help"])
        #expect(dialogue.shown.contains("/sessions"))
    }

    @Test func `A session that goes away meanwhile is no dead end`() async throws {
        let dialogue = await Dialogue.hold("first")
        let old = try #require(try await dialogue.newestSession())
        let lines = ScriptedLines(["/open first", "second", "/history"])
        lines.onPrompt(3) { [store = dialogue.store] in try? await store.delete(old.id) }
        let later = Dialogue(lines, store: dialogue.store)
        await later.run()
        #expect(later.shown.contains("There is no session \(old.id)"))
        #expect(later.shown.contains("/new begins another"))
    }

    @Test func `A failed reply says what to do and the loop goes on`() async throws {
        let model = ScriptedModel([.events([.text("Some tex")]), .text("whole")])
        let dialogue = await Dialogue.hold("Q", "/retry", model: model)
        #expect(dialogue.shown.contains("The model server closed the stream"))
        #expect(dialogue.shown.contains("whole"))
    }

    @Test func `An unknown command suggests the near one`() async {
        let dialogue = await Dialogue.hold("/sesions", "/quitt", "/clearly")
        #expect(dialogue.shown.contains("There is no command /sesions"))
        #expect(dialogue.shown.contains("Did you mean /sessions?"))
        #expect(dialogue.shown.contains("Did you mean /quit?"))
        #expect(dialogue.shown.contains("There is no command /clearly"))
        #expect(dialogue.lines.prompts.count == 4)
    }

    @Test(arguments: ["/quit", "/bye", "/exit"])
    func `Leaving ends the loop`(command: String) async {
        let dialogue = await Dialogue.hold(command, "never read")
        #expect(dialogue.lines.prompts.count == 1)
    }

    @Test func `Ctrl-C on an empty line says how to leave`() async {
        let dialogue = Dialogue(ScriptedLines(inputs: [.interrupted]))
        await dialogue.run()
        #expect(dialogue.shown.contains("Ctrl-D"))
    }

    @Test func `A block over several lines is one message`() async throws {
        let dialogue = await Dialogue.hold("\"\"\"one", "/bye", "three\"\"\"")
        #expect(
            dialogue.model.requests.map { $0.messages.map(\.content) } == [["one\n/bye\nthree"]])
        #expect(dialogue.lines.remembered == ["\"\"\"one\n/bye\nthree\"\"\""])
    }

    @Test func `A pasted text that begins like a command is said to the model`() async {
        let dialogue = Dialogue(ScriptedLines(inputs: [.line("/bye\nplease", isPasted: true)]))
        await dialogue.run()
        #expect(dialogue.model.requests.first?.messages.last?.content == "/bye\nplease")
    }

    @Test func `The model's escape sequences do not reach the terminal`() async {
        let reply = ScriptedModel.Reply.events([.text("a\u{1B}]0;owned\u{07}b"), .done(ReplyEnd())])
        let dialogue = await Dialogue.hold("Q", model: ScriptedModel([reply]))
        #expect(!dialogue.shown.contains("\u{1B}]"))
        #expect(!dialogue.shown.contains("\u{07}"))
    }

    @Test func `Figures stand below a reply unless quiet`() async {
        let loud = await Dialogue.hold("Q", model: ScriptedModel([.text("one two")]))
        #expect(loud.shown.contains("2 tokens"))
        let quiet = Dialogue(
            ScriptedLines(["Q"]), model: ScriptedModel([.text("one two")]),
            settings: ChatSettings(isQuiet: true))
        await quiet.run()
        #expect(!quiet.shown.contains("tokens"))
    }
}
