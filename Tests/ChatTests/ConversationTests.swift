import Chat
import Synchronization
import TestSupport
import Testing

@Suite struct ConversationTests {
    private let stage = ConversationStage()
    private var store: MemorySessionStore { stage.store }

    @Test func `A session is created at its first message and named after its words`() async throws
    {
        let conversation = stage.conversation(ScriptedModel([.text("Hello there")]))
        #expect(await conversation.session == nil)
        _ = try await conversation.run(.send("What is a monad,\nreally?")) { _ in }
        let session = try #require(await conversation.session)
        #expect(session.name == "What is a monad, really?")
        #expect(try await store.list(offset: 0, limit: 10).total == 1)
    }

    @Test func `A turn stores the question and the whole reply with its provenance`() async throws {
        let model = ScriptedModel([.text("one two three")])
        let conversation = stage.conversation(model, system: "Be brief.")
        let outcome = try await conversation.run(.send("Count.")) { _ in }
        #expect(outcome.state == .complete)
        let stored = try await stage.messages(conversation)
        #expect(stored.map(\.role) == [.system, .user, .assistant])
        #expect(stored.map(\.content) == ["Be brief.", "Count.", "one two three"])
        #expect(stored[2].model == "tiny:latest")
        #expect(stored[2].digest == "sha-tiny:latest")
        #expect(stored[2].statistics?.contextLength == 4096)
        #expect(stored[2].statistics?.replyTokens == 3)
    }

    @Test func `The question is in the store before the model is asked`() async throws {
        let conversation = stage.conversation(ScriptedModel([.text("a"), .stalling([])]))
        _ = try await conversation.run(.send("first")) { _ in }
        let turn = Task { try await conversation.run(.send("second")) { _ in } }
        let isStored = try await eventually {
            try await stage.messages(conversation).last?.content == "second"
        }
        #expect(isStored)
        turn.cancel()
        #expect(try await turn.value.state == .interrupted)
        #expect(try await stage.messages(conversation).count == 3)
    }

    @Test func `An interrupted reply keeps what arrived`() async throws {
        let conversation = stage.conversation(
            ScriptedModel([.stalling([.text("half a "), .text("rep")])]))
        let arrived = Mutex("")
        let turn = Task {
            try await conversation.run(.send("Go on")) { event in
                if case .text(let text) = event { arrived.withLock { $0 += text } }
            }
        }
        #expect(await eventually { arrived.withLock { $0 } == "half a rep" })
        turn.cancel()
        let outcome = try await turn.value
        #expect(outcome.state == .interrupted)
        #expect(outcome.failure is CancellationError)
        let reply = try #require(try await stage.messages(conversation).last)
        #expect(reply.content == "half a rep")
        #expect(reply.state == .interrupted)
    }

    @Test func `A stream that ends without done is a failed reply`() async throws {
        let conversation = stage.conversation(ScriptedModel([.events([.text("cut")])]))
        let outcome = try await conversation.run(.send("Hi")) { _ in }
        #expect(outcome.state == .failed)
        #expect(outcome.failure as? ChatError == .streamCut)
        #expect(try await stage.messages(conversation).last?.state == .failed)
    }

    @Test func `A failure before the first token stores no reply and keeps the question`()
        async throws
    {
        let conversation = stage.conversation(ScriptedModel([.failing([], ChatError.noModel)]))
        let outcome = try await conversation.run(.send("Hi")) { _ in }
        #expect(outcome.state == .failed)
        #expect(outcome.reply == nil)
        #expect(try await stage.messages(conversation).map(\.role) == [.user])
    }

    @Test func `A reply that stopped at a limit is truncated`() async throws {
        let end = ReplyEnd(isTruncated: true, reason: "length")
        let conversation = stage.conversation(ScriptedModel([.events([.text("lon"), .done(end)])]))
        let outcome = try await conversation.run(.send("Hi")) { _ in }
        #expect(outcome.state == .truncated)
        #expect(outcome.failure == nil)
        #expect(try await stage.messages(conversation).last?.state == .truncated)
    }

    @Test func `Every request holds the whole conversation so far`() async throws {
        let model = ScriptedModel([.text("A1"), .text("A2")])
        let conversation = stage.conversation(model, system: "S")
        _ = try await conversation.run(.send("Q1")) { _ in }
        _ = try await conversation.run(.send("Q2")) { _ in }
        #expect(model.requests[0].messages.map(\.content) == ["S", "Q1"])
        #expect(model.requests[1].messages.map(\.content) == ["S", "Q1", "A1", "Q2"])
        #expect(model.requests[1].model == "tiny:latest")
    }

    @Test func `Retry asks without the old reply and puts the new one in its stead`() async throws {
        let model = ScriptedModel([.text("old"), .text("new")])
        let conversation = stage.conversation(model)
        _ = try await conversation.run(.send("Q")) { _ in }
        _ = try await conversation.run(.retry) { _ in }
        #expect(model.requests[1].messages.map(\.content) == ["Q"])
        #expect(try await stage.messages(conversation).map(\.content) == ["Q", "new"])
        _ = try await conversation.run(.send("Q2")) { _ in }
        #expect(model.requests[2].messages.map(\.content) == ["Q", "new", "Q2"])
    }

    @Test func `A retry that fails before anything arrives keeps the old reply`() async throws {
        let model = ScriptedModel([.text("old"), .failing([], ChatError.streamCut)])
        let conversation = stage.conversation(model)
        _ = try await conversation.run(.send("Q")) { _ in }
        _ = try await conversation.run(.retry) { _ in }
        #expect(try await stage.messages(conversation).map(\.content) == ["Q", "old"])
    }

    @Test func `Continue goes on from an unfinished reply, in its place`() async throws {
        let model = ScriptedModel([.events([.text("The colour ")]), .text("is blue")])
        let conversation = stage.conversation(model)
        _ = try await conversation.run(.send("Q")) { _ in }
        let outcome = try await conversation.run(.continue) { _ in }
        #expect(model.requests[1].messages.map(\.content) == ["Q", "The colour "])
        #expect(outcome.state == .complete)
        let stored = try await stage.messages(conversation)
        #expect(stored.map(\.content) == ["Q", "The colour is blue"])
        #expect(stored[1].state == .complete)
    }

    @Test func `A complete reply cannot be continued`() async throws {
        let conversation = stage.conversation(ScriptedModel([.text("done")]))
        _ = try await conversation.run(.send("Q")) { _ in }
        await #expect(throws: ChatError.nothingToContinue) {
            _ = try await conversation.run(.continue) { _ in }
        }
    }

    @Test func `Leaving the loop over the events stores what arrived`() async throws {
        let conversation = stage.conversation(ScriptedModel([.stalling([.text("partial")])]))
        for try await event in conversation.send("Q") {
            if case .text = event { break }
        }
        let isStored = try await eventually {
            try await stage.messages(conversation).last?.content == "partial"
        }
        #expect(isStored)
    }

    @Test func `A second turn at the same time is refused`() async throws {
        let conversation = stage.conversation(ScriptedModel([.text("a"), .stalling([])]))
        _ = try await conversation.run(.send("Q")) { _ in }
        let turn = Task { try await conversation.run(.send("Q2")) { _ in } }
        let isUnderWay = try await eventually { try await stage.messages(conversation).count == 3 }
        #expect(isUnderWay)
        await #expect(throws: ChatError.turnInProgress) {
            _ = try await conversation.run(.send("Q3")) { _ in }
        }
        turn.cancel()
        _ = try await turn.value
    }

    @Test func `A reply can be retried again and again`() async throws {
        let model = ScriptedModel([.text("1"), .text("2"), .text("3")])
        let conversation = stage.conversation(model)
        _ = try await conversation.run(.send("Q")) { _ in }
        _ = try await conversation.run(.retry) { _ in }
        _ = try await conversation.run(.retry) { _ in }
        #expect(try await stage.messages(conversation).map(\.content) == ["Q", "3"])
    }
}
