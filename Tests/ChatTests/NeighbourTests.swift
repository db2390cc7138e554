import Chat
import Synchronization
import TestSupport
import Testing

@Suite struct NeighbourTests {
    private let stage = ConversationStage()
    private var store: MemorySessionStore { stage.store }

    @Test func `Messages from elsewhere are told and sent along`() async throws {
        let model = ScriptedModel()
        let conversation = stage.conversation(model)
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
        let conversation = stage.conversation(ScriptedModel([.events([.text("part")])]))
        _ = try await conversation.run(.send("Q")) { _ in }
        let session = try #require(await conversation.session)
        _ = try await store.append(
            [.user("theirs"), .assistant("answer")], to: session.id, operation: .random())
        await #expect(throws: ChatError.othersWentOn) {
            _ = try await conversation.run(.continue) { _ in }
        }
        let contents = try await stage.messages(conversation).map(\.content)
        #expect(contents == ["Q", "part", "theirs", "answer"])
    }

    @Test func `A change of ours does not hide one of others`() async throws {
        let model = ScriptedModel()
        let conversation = stage.conversation(model, system: "old")
        _ = try await conversation.run(.send("Q1")) { _ in }
        let session = try #require(await conversation.session)
        try await store.setSystemPrompt("new", of: session.id)
        try await conversation.rename(to: "x")
        _ = try await conversation.run(.send("Q2")) { _ in }
        #expect(model.requests[1].messages.first?.content == "new")
    }

    @Test(arguments: [FaultyStore.Fault.answerLost, .away])
    func `A reply that others overtook while the store was away is in one branch, and is followed`(
        fault: FaultyStore.Fault
    ) async throws {
        let faulty = FaultyStore(store)
        let conversation = Conversation(
            new: NewSession(name: "S", model: "tiny:latest"), of: faulty, with: ScriptedModel())
        _ = try await conversation.run(.send("Q1")) { _ in }
        let id = try #require(await conversation.session).id
        faulty.inject(.away, on: .finish)
        _ = try await conversation.run(.send("Q2")) { _ in }
        _ = try await store.append([.user("theirs")], to: id, operation: .random())
        faulty.inject(fault, on: .branch)
        await #expect(throws: FaultyStore.Failure.self) {
            _ = try await conversation.run(.send("Q3")) { _ in }
        }
        let told = Mutex<[SessionID]>([])
        _ = try await conversation.run(.send("Q3")) { event in
            if case .branched(let branch) = event { told.withLock { $0.append(branch.id) } }
        }
        #expect(told.withLock { $0 } == [try #require(await conversation.session).id])
        #expect(
            try await stage.messages(conversation).map(\.content) == [
                "Q1", "echo: Q1", "Q2", "echo: Q2", "Q3", "echo: Q3",
            ])
        #expect(try await store.list(offset: 0, limit: 10).total == 2)
    }
}
