import Chat
import REPL
import TestSupport
import Testing

@Suite struct ThinkingTests {
    private static func thinker() -> ScriptedModel {
        let reply = ScriptedModel.Reply.events([
            .thinking("Let me "), .thinking("see."), .text("Yes"), .text("!"),
            .done(ReplyEnd()),
        ])
        return ScriptedModel([reply, reply, reply])
    }

    private func hold(_ lines: String...) async -> Dialogue {
        let dialogue = Dialogue(ScriptedLines(lines), model: Self.thinker())
        await dialogue.run()
        return dialogue
    }

    @Test func `What a model thinks is shown unless told, and stored`() async throws {
        let dialogue = await hold("Hi")
        #expect(dialogue.shown.contains("Let me see.\n\nYes!"))
        let session = try #require(try await dialogue.newestSession())
        let messages = try await dialogue.store.history(of: session.id, .all).messages
        #expect(messages.last?.message?.thinking == "Let me see.")
    }

    @Test func `Hidden it is one line before the reply, and stored all the same`() async throws {
        let dialogue = await hold("/set think hide", "Hi", "/show 2", "Again")
        let parts = dialogue.shown.split(separator: "role", maxSplits: 1)
        #expect(!parts[0].contains("Let me"))
        let lines = parts[0].split(separator: "\n")
        let line = try #require(lines.firstIndex { $0.hasPrefix("(thinking … ") })
        #expect(lines[line].hasSuffix(" tokens)"))
        #expect(lines[line + 1] == "Yes!")
        #expect(parts[1].contains("thinking\nLet me see.\n"))
        #expect(dialogue.shown.ranges(of: "(thinking … ").count == 2)
        #expect(dialogue.model.requests.last?.messages.map(\.content) == ["Hi", "Yes!", "Again"])
        #expect(dialogue.model.requests.allSatisfy { $0.options.isEmpty })
    }

    @Test func `A reply that stops while it thinks says how far it came`() async {
        let model = ScriptedModel([.failing([.thinking("Hm")], REPLError.noModels)])
        let dialogue = Dialogue(ScriptedLines(["/set think hide", "Hi"]), model: model)
        await dialogue.run()
        #expect(dialogue.shown.ranges(of: "(thinking … ").count == 1)
        #expect(!dialogue.shown.contains("Hm"))
    }

    @Test func `Whether and how much is an option of the session, which shows it again`() async {
        let dialogue = await hold(
            "/set think hide", "/set think high", "one", "/set think off", "two",
            "/set think default", "/set think x")
        #expect(
            dialogue.model.requests.map(\.options)
                == [["think": .texts(["high"])], ["think": .boolean(false)]])
        #expect(dialogue.shown.contains("think is high from now on."))
        #expect(dialogue.shown.contains("Let me see."))
        #expect(dialogue.shown.contains("It takes true, false, low, medium or high."))
    }

    @Test func `The words are completed`() async {
        let completer = Completer(
            CompletionContext(store: MemorySessionStore(), server: ScriptedModel()))
        let words = await completer.complete("/set think h").candidates.map(\.text)
        #expect(words == ["think high", "think hide"])
    }
}
