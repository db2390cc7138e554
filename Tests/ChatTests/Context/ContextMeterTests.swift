import Chat
import Testing

/// How large a request is going to be, and how full the window is.
@Suite struct ContextMeterTests {
    private let store = MemorySessionStore()
    private let model = CountingModel { request in
        CountingModel.prose(words: 120, seed: request.messages.count)
    }

    private func conversation(knowing scales: TokenScales = TokenScales()) -> Conversation {
        Conversation(
            new: NewSession(systemPrompt: "You are brief.", model: "tiny"), of: store, with: model,
            knowing: scales)
    }

    private func question(_ number: Int, words: Int = 60) -> String {
        CountingModel.prose(words: words, seed: 1000 + number)
    }

    /// What the next request was going to take up, and what it did.
    private func estimate(
        _ conversation: Conversation, asking text: String
    ) async throws -> (expected: Double, counted: Double) {
        _ = try await conversation.run(.send(text)) { _ in }
        let plan = try await conversation.contextPlan()
        // Without the reply, which was not there then.
        let expected = plan.tokens - (plan.entries.last?.tokens ?? 0)
        return (Double(expected), Double(model.lastCount))
    }

    @Test func `What is sent is estimated within a tenth, from the first turn of the next day on`()
        async throws
    {
        let scales = TokenScales()
        let today = conversation(knowing: scales)
        for number in 0..<6 {
            let (expected, counted) = try await estimate(today, asking: question(number))
            if number > 0 { #expect(abs(expected - counted) <= 0.1 * counted) }
        }
        await scales.write(to: store)

        let kept = TokenScales()
        await kept.read(from: store)
        let text = question(50, words: 900)
        let tomorrow = Conversation(
            in: try await store.create(
                NewSession(model: "tiny", messages: [.user(text), .assistant("Well.")])
            ).session, of: store, with: model, knowing: kept)
        let expected = Double(try await tomorrow.contextPlan().tokens)
        _ = try await tomorrow.run(.send("Why?")) { _ in }
        #expect(abs(expected - Double(model.lastCount)) <= 0.1 * Double(model.lastCount))
        // Without what was learned it would have been further off.
        let unlearned = TokenEstimator().tokens(of: .user(text))
        #expect(abs(Double(unlearned) - expected) > 0.05 * expected)
    }

    @Test func `A store that fails costs nothing but the knowledge`() async throws {
        let scales = TokenScales()
        await scales.write(to: store)
        #expect(try await store.tokenScales().isEmpty)
        let conversation = conversation(knowing: scales)
        for number in 0..<3 { _ = try await estimate(conversation, asking: question(number)) }
        await scales.write(to: store)
        let first = try await store.tokenScales()
        #expect(first.keys.sorted() == ["tiny:latest"])
        _ = try await estimate(conversation, asking: question(4))
        await scales.write(to: store)
        #expect(try await store.tokenScales() != first)
    }

    @Test func `The meter shows what the server counted`() async throws {
        let conversation = conversation()
        #expect(await conversation.meter == nil)
        let outcome = try await conversation.run(.send(question(1))) { _ in }
        let statistics = try #require(outcome.statistics)
        let used = try #require(statistics.promptTokens) + (statistics.replyTokens ?? 0)
        #expect(await conversation.meter == ContextMeter(used: used, window: 8192))
        // Another program sees the same before it asks anybody.
        let session = try #require(await conversation.session)
        let other = Conversation(in: session, of: store, with: model)
        #expect(await other.meter == nil)
        await other.noteNewest(try await store.history(of: session.id, .last(2)).messages)
        #expect(await other.meter == ContextMeter(used: used, window: 8192))
    }

    @Test func `What came behind the last reply is estimated`() async throws {
        let conversation = conversation()
        _ = try await conversation.run(.send(question(1))) { _ in }
        let before = try #require(await conversation.meter)
        let session = try #require(await conversation.session)
        _ = try await store.append(
            [.user(question(2))], to: session.id, operation: .random())
        let other = Conversation(in: session, of: store, with: model)
        await other.noteNewest(try await store.history(of: session.id, .all).messages)
        let meter = try #require(await other.meter)
        #expect(meter.isEstimated && meter.used > before.used + 40)
        #expect(meter.window == 8192)
    }

    @Test func `After a summary the meter counts what is sent now`() async throws {
        let conversation = conversation()
        for number in 0..<4 { _ = try await conversation.run(.send(question(number))) { _ in } }
        let before = try #require(await conversation.meter)
        try await conversation.summarise(
            try await conversation.messagesToSummarise(keepingNewest: 2)
        ) { _ in }
        let after = try #require(await conversation.meter)
        #expect(after.isEstimated && after.used < before.used * 3 / 4)
        _ = try await conversation.run(.send("Why?")) { _ in }
        #expect(await conversation.meter?.isEstimated == false)
    }

    @Test func `Before the model is loaded its author says how large the window will be`()
        async throws
    {
        let conversation = conversation()
        #expect(await conversation.expectedWindow() == 16_384)
    }
}
