import Chat
import TestSupport
import Testing

/// Messages that somebody wants to be sent, or not to be.
@Suite struct ContextChoicesTests {
    private let store = MemorySessionStore()

    /// A session of so many turns, with what is decided of the messages of some numbers.
    private func session(
        turns: Int, always: [Int] = [], never: [Int] = []
    ) async throws -> Session {
        let text = String(repeating: "word ", count: 40)
        let made = try await store.create(
            NewSession(
                systemPrompt: "Be brief.", model: "tiny:latest",
                messages: (1...turns).flatMap { number in
                    [Message.user("question \(number) \(text)"), .assistant("answer \(text)")]
                }))
        let moments = Dictionary(
            uniqueKeysWithValues: made.messages.map { ($0.number, $0.timestamp) })
        var choices = ContextChoices()
        choices.pin(always.compactMap { moments[$0] })
        choices.exclude(never.compactMap { moments[$0] })
        return try await store.change(made.session.id, [.choices(choices)])
    }

    private func asked(
        in session: Session, _ model: ScriptedModel = ScriptedModel()
    ) async throws -> [Message] {
        let conversation = Conversation(in: session, of: store, with: model)
        _ = try await conversation.run(.send("Why?")) { _ in }
        return try #require(model.requests.last?.messages)
    }

    @Test func `A pinned message is sent when those around it are not`() async throws {
        let session = try await session(turns: 200, always: [4])
        let sent = try await asked(in: session)
        #expect(sent.count < 300)
        #expect(sent.prefix(2).map(\.content).last?.hasPrefix("question 2 ") == true)
        #expect(sent.count { $0.content.hasPrefix("question 2 ") } == 1)
        #expect(sent[2].role == .user && !sent[2].content.hasPrefix("question 3 "))
    }

    @Test func `One that is older than what is read is found all the same`() async throws {
        let session = try await session(turns: 800, always: [2])
        let sent = try await asked(in: session)
        #expect(sent[1].content.hasPrefix("question 1 "))
        #expect(sent.count < 300)
    }

    @Test func `A pinned message is sent beside the summary that covers it`() async throws {
        let session = try await session(turns: 4, always: [2])
        let model = ScriptedModel([.text("They talked.")])
        let conversation = Conversation(in: session, of: store, with: model)
        try await conversation.summarise(
            try await conversation.messagesToSummarise(keepingNewest: 2)
        ) { _ in }
        let plan = try await conversation.contextPlan()
        #expect(plan.entries.first { $0.message.number == 2 }?.isSent == true)
        #expect(plan.entries.first { $0.message.number == 4 }?.state == .summarised)
    }

    @Test func `An excluded message reaches no model, not even for a summary`() async throws {
        let session = try await session(turns: 4, never: [2, 3])
        let model = ScriptedModel([.text("They talked.")])
        let sent = try await asked(in: session, model)
        #expect(sent.count == 8)
        let conversation = Conversation(in: session, of: store, with: model)
        try await conversation.summarise(
            try await conversation.messagesToSummarise(keepingNewest: 0)
        ) { _ in }
        for request in model.requests {
            #expect(!request.messages.contains { $0.content.hasPrefix("question 1 ") })
        }
        #expect(try await store.history(of: session.id, .all).messages.count == 11)
    }

    @Test func `The question that is to be answered is sent in any case`() async throws {
        let made = try await store.create(
            NewSession(model: "tiny:latest", messages: [.user("Tea?")]))
        let question = try #require(made.messages.first?.timestamp)
        let session = try await store.change(
            made.session.id, [.choices(ContextChoices(never: [question]))])
        let model = ScriptedModel()
        let conversation = Conversation(in: session, of: store, with: model)
        _ = try await conversation.run(.retry) { _ in }
        #expect(model.requests.last?.messages.map(\.content) == ["Tea?"])
    }
}
