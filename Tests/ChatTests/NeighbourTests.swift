import Chat
import Synchronization
import TestSupport
import Testing

@Suite struct NeighbourTests {
    private let store = MemorySessionStore()

    private func conversation(
        _ model: ScriptedModel, system: String? = nil
    ) -> Conversation {
        Conversation(
            new: NewSession(systemPrompt: system, model: "tiny:latest"), of: store, with: model)
    }

    private func messages(_ conversation: Conversation) async throws -> [Message] {
        let session = try #require(await conversation.session)
        return try await store.history(of: session.id, .all).messages.compactMap(\.message)
    }

    @Test func `Messages from elsewhere are told and sent along`() async throws {
        let model = ScriptedModel()
        let conversation = conversation(model)
        _ = try await conversation.run(.send("Q1")) { _ in }
        let session = try #require(await conversation.session)
        _ = try await store.append([.user("from elsewhere")], to: session.id, operation: .random())
        let news = Mutex(0)
        _ = try await conversation.run(.send("Q2")) { event in
            if case .news(let messages) = event { news.withLock { $0 = messages.count } }
        }
        #expect(news.withLock { $0 } == 1)
        #expect(
            model.requests[1].messages.map(\.content) == [
                "Q1", "echo: Q1", "from elsewhere", "Q2",
            ])
    }

    @Test func `Continue is refused when others went on, and nothing is replaced`() async throws {
        let conversation = conversation(ScriptedModel([.events([.text("part")])]))
        _ = try await conversation.run(.send("Q")) { _ in }
        let session = try #require(await conversation.session)
        _ = try await store.append(
            [.user("theirs"), .assistant("answer")], to: session.id, operation: .random())
        await #expect(throws: ChatError.othersWentOn) {
            _ = try await conversation.run(.continue) { _ in }
        }
        let contents = try await messages(conversation).map(\.content)
        #expect(contents == ["Q", "part", "theirs", "answer"])
    }

    @Test func `A change of ours does not hide one of others`() async throws {
        let model = ScriptedModel()
        let conversation = conversation(model, system: "old")
        _ = try await conversation.run(.send("Q1")) { _ in }
        let session = try #require(await conversation.session)
        try await store.setSystemPrompt("new", of: session.id)
        try await conversation.rename(to: "x")
        _ = try await conversation.run(.send("Q2")) { _ in }
        #expect(model.requests[1].messages.first?.content == "new")
    }
}
