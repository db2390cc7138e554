import ArgumentParser
import Chat
import PlatformFoundation
import REPL
import Terminal
import TestSupport
import Testing

@Suite struct OneShotTests {
    private let store = MemorySessionStore()
    private let sink = MemorySink()
    private let prompt: OneShotPrompt

    init() throws {
        prompt = try #require(OneShotPrompt(typed: "Q"))
    }

    private func context(_ model: ScriptedModel, wantsJSON: Bool = false) -> CommandContext {
        CommandContext(
            store: store, server: model,
            output: Output(sink: sink, standardOutput: .pipe, standardError: .pipe), lines: nil,
            door: .shell,
            settings: ChatSettings(wantsJSON: wantsJSON))
    }

    @Test func `The reply alone goes to the standard output, byte for byte`() async throws {
        let reply = ScriptedModel.Reply.events([
            .thinking("hm"), .text("a\u{1B}[1mb "), .text("\tc\r\n"), .done(ReplyEnd()),
        ])
        let outcome = try await OneShot(context(ScriptedModel([reply]))).run(prompt)
        #expect(outcome.state == .complete)
        #expect(sink.text(of: .standardOutput) == "a\u{1B}[1mb \tc\r\n")
    }

    @Test func `JSON has the session and the message`() async throws {
        _ = try await OneShot(context(ScriptedModel([.text("Hi")]), wantsJSON: true)).run(prompt)
        struct Answer: Decodable {
            struct Message: Decodable { let role, content, state: String }
            let session_id, name, state: String
            let message: Message
        }
        let text = sink.text(of: .standardOutput)
        let answer = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
        #expect(answer.message.content == "Hi")
        #expect(answer.name == "Q")
        let session = try #require(try await store.list(offset: 0, limit: 1).sessions.first)
        #expect(answer.session_id == session.id.text)
    }

    @Test func `Sessions and history as JSON have the fields that programs rely on`() async throws {
        _ = try await OneShot(context(ScriptedModel([.text("Hi")]))).run(prompt)
        sink.clear()
        let listing = context(ScriptedModel(), wantsJSON: true)
        _ = try await SessionsCommand.parse([]).run(in: listing)
        for key in ["id", "name", "message_count", "created_at", "last_activity", "ttl", "model"] {
            #expect(sink.text(of: .standardOutput).contains("\"\(key)\""), "\(key) is missing.")
        }
        sink.clear()
        let session = try #require(try await store.list(offset: 0, limit: 1).sessions.first)
        listing.activate(session)
        _ = try await HistoryCommand.parse([]).run(in: listing)
        for key in ["role", "content", "timestamp", "state"] {
            #expect(sink.text(of: .standardOutput).contains("\"\(key)\""), "\(key) is missing.")
        }
    }
}
