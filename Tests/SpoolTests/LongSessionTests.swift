import Chat
import TestSupport
import Testing

@testable import Spool

/// Sessions of which a turn does not read everything.
@Suite struct LongSessionTests {
    @Test func `A long session goes on while the server is away, and is whole afterwards`()
        async throws
    {
        let world = try SpoolWorld()
        let store = world.program()
        let made = try await world.memory.create(
            NewSession(
                systemPrompt: "Be brief.", model: "tiny:latest",
                messages: (1...1500).flatMap { number in
                    [Message.user("question \(number)"), .assistant("answer \(number)")]
                }))
        let model = ScriptedModel()
        let opened = try await store.open(made.session.id, .last(2)).history.session
        let conversation = Conversation(in: opened, of: store, with: model)
        _ = try await conversation.run(.send("before")) { _ in }
        let sent = try #require(model.requests.last)
        #expect(sent.messages.first?.content == "Be brief.")
        #expect(sent.messages.last?.content == "before")

        world.server.set(isAway: true)
        for text in ["during", "still"] {
            let outcome = try await conversation.run(.send(text)) { _ in }
            #expect(outcome.state == .complete)
            #expect(outcome.storeFailure == nil)
        }
        #expect(
            try await store.history(of: made.session.id, .last(1)).messages.last?.number == 3007)
        world.server.set(isAway: false)
        #expect(await world.waitUntilBack())
        let outcome = try await conversation.run(.send("after")) { _ in }
        #expect(outcome.reply?.number == 3009)
        let all = try await world.memory.history(of: made.session.id, .all).messages
        #expect(all.count == 3009)
        #expect(all.map(\.number) == Array(1...3009))
        let texts = all.suffix(8).compactMap(\.message?.content)
        #expect(
            texts == [
                "before", "echo: before", "during", "echo: during", "still", "echo: still", "after",
                "echo: after",
            ])
    }
}
