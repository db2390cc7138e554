import Chat
import REPL
import Terminal
import TestSupport
import Testing

@Suite struct LastCommandTests {
    private func hold(
        _ lines: [String], _ messages: [Message], pager: (@Sendable (String) -> Bool)? = nil
    ) async throws -> Dialogue {
        let store = MemorySessionStore()
        _ = try await store.create(NewSession(name: "It", messages: messages))
        let script = ScriptedLines(["/open It"] + lines)
        if let pager { script.onPage(pager) }
        let dialogue = Dialogue(script, store: store)
        dialogue.lines.onPrompt(2) { dialogue.sink.clear() }
        await dialogue.run()
        return dialogue
    }

    private let long = (1...40).map { "line \($0)" }.joined(separator: "\n")

    @Test func `A short reply is printed, and another message by its number`() async throws {
        let messages: [Message] = [.user("the question"), .assistant("the reply"), .user("more")]
        let dialogue = try await hold(["/last", "/last 1"], messages) { _ in
            Issue.record("This fits on the screen.")
            return true
        }
        #expect(dialogue.shown.hasPrefix("the reply\nthe question\n"))
    }

    @Test func `A long one is paged`() async throws {
        let dialogue = try await hold(["/last"], [.assistant(long)]) { $0.contains("line 40") }
        #expect(!dialogue.shown.contains("line 1"))
    }

    @Test func `Where the pager fails it is printed`() async throws {
        let dialogue = try await hold(["/last"], [.assistant(long)]) { _ in false }
        #expect(dialogue.shown.contains("line 1\nline 2\n"))
        #expect(dialogue.shown.contains("line 40\n"))
    }

    @Test func `In a private session it is printed, for a pager reads a file`() async {
        let script = ScriptedLines(["/private", "Hi", "/last"])
        script.onPage { _ in
            Issue.record("Nothing of a private session is in a file.")
            return true
        }
        let dialogue = Dialogue(script, model: ScriptedModel([.text(long)]))
        dialogue.lines.onPrompt(3) { dialogue.sink.clear() }
        await dialogue.run()
        #expect(dialogue.shown.contains("line 1\nline 2\n"))
    }

    @Test func `Before the first reply there is none to show`() async throws {
        let dialogue = try await hold(["/last"], [.user("question")])
        #expect(dialogue.shown.contains("There is no reply in this session yet."))
    }
}
