import Chat
import Synchronization
import TestSupport
import Testing

/// Summaries that are sent in place of what was said.
@Suite struct SummaryTests {
    private let store = MemorySessionStore()

    /// A conversation of so many turns.
    private func conversation(_ model: any ChatModel, turns: Int) async throws -> Conversation {
        let messages = (1...turns).flatMap { number in
            [Message.user("question \(number)"), .assistant("answer \(number)")]
        }
        let session = try await store.create(
            NewSession(systemPrompt: "Be brief.", model: "tiny:latest", messages: messages))
        return Conversation(in: session.session, of: store, with: model)
    }

    private func numbers(_ messages: [StoredMessage]) -> [Int] { messages.map(\.number) }

    @Test func `A summary is sent in place of what it covers, which stays in the session`()
        async throws
    {
        let model = ScriptedModel([.text("It was about numbers.")])
        let conversation = try await conversation(model, turns: 5)
        let old = try await conversation.messagesToSummarise(keepingNewest: 4)
        #expect(numbers(old) == [2, 3, 4, 5, 6, 7])
        let pieces = Mutex("")
        let summary = try await conversation.summarise(old) { piece in
            pieces.withLock { $0 += piece }
        }
        #expect(summary.text == "It was about numbers.")
        #expect(pieces.withLock(\.self) == summary.text)
        #expect(summary.lastNumber == 7)
        // The request begins as those of the conversation do.
        let request = try #require(model.requests.last)
        #expect(
            request.messages.prefix(3).map(\.content) == ["Be brief.", "question 1", "answer 1"])
        #expect(request.messages.count == 8)

        _ = try await conversation.run(.send("question 6")) { _ in }
        let sent = try #require(model.requests.last?.messages)
        #expect(
            sent.map(\.role) == [.system, .system, .user, .assistant, .user, .assistant, .user])
        #expect(sent[1].content.contains("up to message 7") && sent[1].content.contains("numbers"))
        #expect(sent[2].content == "question 4")
        let session = try #require(await conversation.session)
        let all = try await store.history(of: session.id, .all)
        #expect(all.messages.count == 13)
        #expect(all.session.summary == summary)
        let plan = try await conversation.contextPlan()
        #expect(plan.entries.count { $0.state == .summarised } == 6)
        #expect(plan.leftOut == 0)
    }

    @Test func `No fewer messages stay than are asked for, and whole turns`() async throws {
        let conversation = try await conversation(ScriptedModel(), turns: 5)
        for (count, last) in [(0, 11), (1, 9), (2, 9), (3, 7), (4, 7), (9, nil), (99, nil)] {
            let old = try await conversation.messagesToSummarise(keepingNewest: count)
            #expect(old.last?.number == last, "keeping \(count)")
        }
    }

    @Test func `A summary of a summary is taken back step by step`() async throws {
        let model = ScriptedModel([.text("first"), .text("second")])
        let conversation = try await conversation(model, turns: 6)
        let first = try await conversation.summarise(
            try await conversation.messagesToSummarise(keepingNewest: 8)
        ) { _ in }
        let old = try await conversation.messagesToSummarise(keepingNewest: 2)
        #expect(numbers(old) == [6, 7, 8, 9, 10, 11])
        let second = try await conversation.summarise(old) { _ in }
        #expect(second.earlier == first)
        #expect(model.requests.last?.messages[1].content.hasSuffix("first") == true)
        try await conversation.takeSummaryBack()
        #expect(await conversation.session?.summary == first)
        try await conversation.takeSummaryBack()
        #expect(await conversation.session?.summary == nil)
        await #expect(throws: ChatError.nothingSummarised) {
            try await conversation.takeSummaryBack()
        }
        _ = try await conversation.run(.send("all again")) { _ in }
        #expect(model.requests.last?.messages.count == 14)
    }

    @Test func `More than the model reads at once is summarised in steps`() async throws {
        let model = PrefixCacheModel(window: 600, replyWords: 20)
        let words = Array(repeating: "word", count: 100).joined(separator: " ")
        let session = try await store.create(
            NewSession(
                model: "tiny:latest",
                messages: (0..<20).flatMap { _ in [Message.user(words), .assistant(words)] }))
        let conversation = Conversation(in: session.session, of: store, with: model)
        let old = try await conversation.messagesToSummarise(keepingNewest: 2)
        let summary = try await conversation.summarise(old) { _ in }
        #expect(summary.lastNumber == 38)
        #expect(model.requests.count > 5)
        #expect(model.requests.dropFirst().allSatisfy { $0.messages.first?.role == .system })
    }

    @Test func `A summary that fails changes nothing`() async throws {
        let model = ScriptedModel([
            .events([.text("half")]), .failing([], ChatError.streamCut), .events([]),
        ])
        let conversation = try await conversation(model, turns: 5)
        let old = try await conversation.messagesToSummarise(keepingNewest: 2)
        for _ in 0..<3 {
            await #expect(throws: ChatError.streamCut) {
                try await conversation.summarise(old) { _ in }
            }
        }
        #expect(await conversation.session?.summary == nil)
    }

    @Test func `A summary of what was taken back does not stand any more`() async throws {
        let model = ScriptedModel([.text("gist")])
        let conversation = try await conversation(model, turns: 3)
        _ = try await conversation.summarise(
            try await conversation.messagesToSummarise(keepingNewest: 0)
        ) { _ in }
        try await conversation.undo(turns: 1)
        let plan = try await conversation.contextPlan()
        #expect(plan.summary == nil)
        #expect(plan.sent.count == 5)
    }

    @Test func `What is pruned is still summarised`() async throws {
        let model = ScriptedModel([.text("gist")])
        let conversation = try await conversation(model, turns: 3)
        let old = try await conversation.messagesToSummarise(keepingNewest: 2)
        _ = try await conversation.summarise(old) { _ in }
        try await conversation.remove(old, as: .prune, keepingMessages: true)
        let plan = try await conversation.contextPlan()
        #expect(plan.summary?.text == "gist")
        #expect(plan.sent.map(\.role) == [.system, .system, .user, .assistant])
    }

    @Test func `A branch takes a summary along that covers nothing behind it`() async throws {
        for (last, text) in [(nil, "gist"), (5, "gist"), (3, nil)] as [(Int?, String?)] {
            let conversation = try await conversation(ScriptedModel([.text("gist")]), turns: 4)
            let old = try await conversation.messagesToSummarise(keepingNewest: 4)
            _ = try await conversation.summarise(old) { _ in }
            let id = try #require(await conversation.session?.id)
            let messages = try await store.history(of: id, .all).messages
            let branch = try await conversation.branch(
                through: last.map { messages[$0 - 1].timestamp }, name: "fork")
            #expect(branch.summary?.text == text)
            #expect(try await store.history(of: branch.id, .last(0)).session.summary?.text == text)
        }
    }

    @Test func `No more than twenty earlier summaries are kept`() {
        var summary: SessionSummary?
        for number in 1...50 {
            summary = SessionSummary(
                text: "\(number)", through: Timestamp(microseconds: Int64(number)),
                lastNumber: number, model: "tiny", earlier: summary)
        }
        var texts: [String] = []
        while let next = summary {
            texts.append(next.text)
            summary = next.earlier
        }
        #expect(texts == (30...50).reversed().map { "\($0)" })
    }
}
