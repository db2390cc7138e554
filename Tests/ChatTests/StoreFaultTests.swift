import Chat
import TestSupport
import Testing

@Suite struct StoreFaultTests {
    private let memory = MemorySessionStore()
    private let store: FaultyStore
    private let conversation: Conversation

    init() {
        store = FaultyStore(memory)
        conversation = Conversation(
            new: NewSession(model: "tiny:latest"), of: store,
            with: ScriptedModel([.text("A1"), .text("A2"), .text("A3")]))
    }

    private func contents() async throws -> [String?] {
        let page = try await memory.list(offset: 0, limit: 10)
        #expect(page.total == 1)
        let session = try #require(page.sessions.first)
        return try await memory.history(of: session.id, .all).messages.map(\.message?.content)
    }

    private func send(_ text: String) async throws -> TurnOutcome {
        try await conversation.run(.send(text)) { _ in }
    }

    @Test(arguments: [FaultyStore.Fault.answerLost, .away])
    func `A first question that is sent again is one session with one question`(
        fault: FaultyStore.Fault
    ) async throws {
        store.inject(fault, on: .create)
        await #expect(throws: FaultyStore.Failure.self) { _ = try await send("Q1") }
        _ = try await send("Q1")
        #expect(try await contents() == ["Q1", "A1"])
    }

    @Test(arguments: [FaultyStore.Fault.answerLost, .away])
    func `A later question that is sent again is stored once`(
        fault: FaultyStore.Fault
    ) async throws {
        _ = try await send("Q1")
        store.inject(fault, on: .begin)
        await #expect(throws: FaultyStore.Failure.self) { _ = try await send("Q2") }
        _ = try await send("Q2")
        #expect(try await contents() == ["Q1", "A1", "Q2", "A2"])
    }

    @Test(arguments: [FaultyStore.Fault.answerLost, .away])
    func `A reply that could not be stored is stored before the next turn`(
        fault: FaultyStore.Fault
    ) async throws {
        store.inject(fault, on: .finish)
        let outcome = try await send("Q1")
        #expect(outcome.storeFailure is FaultyStore.Failure)
        _ = try await send("Q2")
        #expect(try await contents() == ["Q1", "A1", "Q2", "A2"])
    }

    @Test func `Another question than the one that seemed to fail does not wait for it`()
        async throws
    {
        _ = try await send("Q1")
        store.inject(.answerLost, on: .begin)
        await #expect(throws: FaultyStore.Failure.self) { _ = try await send("Q2") }
        _ = try await conversation.run(.send("Q3")) { event in
            if case .waiting = event { Issue.record("A program waits for itself.") }
        }
        #expect(try await contents() == ["Q1", "A1", "Q2", "Q3", "A2"])
    }

    @Test func `A turn that cannot read what changed gives its lease back`() async throws {
        _ = try await send("Q1")
        let session = try #require(await conversation.session)
        try await memory.setSystemPrompt("S", of: session.id)
        store.inject(.away, on: .history)
        let outcome = try await send("Q2")
        #expect(outcome.state == .failed)
        #expect(outcome.reply == nil)
        _ = try await conversation.run(.retry) { _ in }
        #expect(try await contents() == ["S", "Q1", "A1", "Q2", "A2"])
    }
}
