import Synchronization
import TestSupport
import Testing

@testable import Chat

@Suite final class GoneSessionTests: Sendable {
    private let store = MemorySessionStore()
    private let moves = Mutex<[Session]>([])

    private func conversation(_ model: ScriptedModel) async throws -> Conversation {
        let conversation = Conversation(
            new: NewSession(name: "Topic", systemPrompt: "S", model: "tiny:latest"), of: store,
            with: model)
        _ = try await run(.send("Q1"), in: conversation)
        return conversation
    }

    private func run(_ kind: TurnKind, in conversation: Conversation) async throws -> TurnOutcome {
        try await conversation.run(kind) { event in
            if case .moved(let session) = event { self.moves.withLock { $0.append(session) } }
        }
    }

    private func remove(_ conversation: Conversation) async throws {
        try await store.delete(try #require(await conversation.session).id)
    }

    private func contents() async throws -> [String] {
        let page = try await store.list(offset: 0, limit: 10)
        #expect(page.sessions.map(\.name) == ["Topic"])
        let history = try await store.history(of: try #require(page.sessions.first).id, .all)
        return history.messages.compactMap(\.message?.content)
    }

    @Test func `A message to a session that is gone goes on in a new one`() async throws {
        let conversation = try await conversation(ScriptedModel())
        try await remove(conversation)
        let outcome = try await run(.send("Q2"), in: conversation)
        #expect(outcome.state == .complete)
        #expect(moves.withLock { $0.count } == 1)
        #expect(try await contents() == ["S", "Q1", "echo: Q1", "Q2", "echo: Q2"])
        _ = try await run(.send("Q3"), in: conversation)
        #expect(moves.withLock { $0.count } == 1)
        #expect(try await contents().count == 7)
    }

    @Test func `A reply whose session vanishes meanwhile is kept in a new one`() async throws {
        let session = try await store.create(name: "Topic", systemPrompt: "S", model: "tiny")
        let model = ScriptedModel([.text("A1")])
        let conversation = Conversation(
            in: session, of: store, with: ActingModel(model) { [store] in store.vanish(session.id) }
        )
        let outcome = try await run(.send("Q1"), in: conversation)
        #expect(outcome.storeFailure == nil)
        #expect(outcome.reply?.message?.content == "A1")
        #expect(moves.withLock { $0.count } == 1)
        #expect(try await contents() == ["S", "Q1", "A1"])
    }

    @Test func `A retry in a session that is gone leaves the old reply behind`() async throws {
        let conversation = try await conversation(ScriptedModel([.text("A1"), .text("A2")]))
        try await remove(conversation)
        _ = try await run(.retry, in: conversation)
        #expect(try await contents() == ["S", "Q1", "A2"])
    }

    @Test func `A reply that waits for the store goes on with its session`() async throws {
        let faulty = FaultyStore(store)
        let conversation = Conversation(
            new: NewSession(name: "Topic", model: "tiny:latest"), of: faulty, with: ScriptedModel())
        faulty.inject(.away, on: .finish)
        #expect(try await run(.send("Q1"), in: conversation).storeFailure != nil)
        store.vanish(try #require(await conversation.session).id)
        _ = try await run(.send("Q2"), in: conversation)
        #expect(moves.withLock { $0.count } == 1)
        #expect(try await contents() == ["Q1", "echo: Q1", "Q2", "echo: Q2"])
    }

    @Test func `Of a session that was never read nothing can go on`() async throws {
        let session = try await store.create(name: "Topic")
        let conversation = Conversation(in: session, of: store, with: ScriptedModel())
        try await store.delete(session.id)
        await #expect(throws: ChatError.sessionNotFound(session.id)) {
            _ = try await run(.send("Q"), in: conversation)
        }
    }
}

/// A model before whose reply something happens.
private struct ActingModel: ChatModel {
    private let model: ScriptedModel
    private let action: @Sendable () -> Void

    init(_ model: ScriptedModel, _ action: @escaping @Sendable () -> Void) {
        self.model = model
        self.action = action
    }

    func reply(to request: ChatRequest) -> ReplyStream {
        action()
        return model.reply(to: request)
    }
}

extension MemorySessionStore {
    /// Acts as if a session had expired, whoever is in a turn of it.
    fileprivate func vanish(_ id: SessionID) { database.remove(id) }
}
