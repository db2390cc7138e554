import Chat
import Testing

/// What is evaluated before somebody says something.
@Suite struct WarmupRequestTests {
    private let store = MemorySessionStore()

    private func session(
        turns: Int, system: String? = "You are brief.", options: ModelOptions = [:]
    ) async throws -> Session {
        let text = Array(repeating: "words", count: 30).joined(separator: " ")
        return try await store.create(
            NewSession(
                systemPrompt: system, model: "tiny:latest", options: options,
                messages: (0..<turns).flatMap { number in
                    [Message.user("question \(number) \(text)"), .assistant("answer \(text)")]
                })
        ).session
    }

    /// Evaluates what a conversation begins with, and then asks something.
    ///
    /// - Returns: The tokens that were evaluated for the question.
    private func ask(
        in session: Session, _ model: PrefixCacheModel, warmedUp: Bool = true
    ) async throws -> Int {
        let conversation = Conversation(in: session, of: store, with: model)
        if warmedUp, let request = try await conversation.warmupRequest() {
            for try await _ in model.reply(to: request) {}
        }
        let before = model.evaluations.real
        let outcome = try await conversation.run(.send("Why is that so?")) { _ in }
        #expect(outcome.state == .complete)
        return model.evaluations.real - before
    }

    @Test(arguments: [20, 400, 1200])
    func `After it only the new turn is evaluated, however long the session is`(
        turns: Int
    ) async throws {
        let session = try await session(turns: turns)
        let cold = try await ask(
            in: session, PrefixCacheModel(window: 4096, replyWords: 1), warmedUp: false)
        #expect(cold > 700)
        let other = try await self.session(turns: turns)
        let model = PrefixCacheModel(window: 4096, replyWords: 1)
        #expect(try await ask(in: other, model) < 10)
        let (first, second) = (model.requests[0], model.requests[1])
        #expect(second.messages.starts(with: first.messages))
        #expect(second.messages.count == first.messages.count + 1)
    }

    @Test func `It wants one token, and the options that the model is loaded with`() async throws {
        let session = try await session(
            turns: 2, options: ["num_ctx": .integer(2048), "num_predict": .integer(500)])
        let conversation = Conversation(
            in: session, of: store, with: PrefixCacheModel(window: 2048))
        let request = try #require(try await conversation.warmupRequest())
        #expect(request.options == ["num_ctx": .integer(2048), "num_predict": .integer(1)])
        #expect(request.refusesTruncation)
    }

    @Test func `The requests of title, summary and warm-up begin as those of turns do`()
        async throws
    {
        let model = PrefixCacheModel(window: 8192, replyWords: 3)
        let conversation = Conversation(
            in: try await session(turns: 6), of: store, with: model)
        let warmup = try #require(try await conversation.warmupRequest())
        for _ in 0..<3 { _ = try await conversation.run(.send("And?")) { _ in } }
        try await conversation.summarise(
            try await conversation.messagesToSummarise(keepingNewest: 0)
        ) { _ in }
        let requests = [warmup] + model.requests
        for (one, next) in zip(requests, requests.dropFirst()) {
            #expect(next.messages.starts(with: one.messages))
            #expect(
                next.options.values.filter { $0.key != "num_predict" }
                    == one.options.values.filter { $0.key != "num_predict" })
        }
        // A summary begins another prefix, which has to be evaluated anew.
        let after = try #require(try await conversation.warmupRequest())
        #expect(after.messages.count == 2)
    }

    @Test func `There is nothing to evaluate without messages, or while a turn runs`()
        async throws
    {
        let model = PrefixCacheModel(window: 4096, replyWords: 1)
        let new = Conversation(
            new: NewSession(systemPrompt: "S", model: "tiny"), of: store, with: model)
        #expect(try await new.warmupRequest() == nil)
        let conversation = Conversation(
            in: try await session(turns: 2), of: store, with: model)
        _ = try await conversation.run(.send("Why?")) { event in
            if case .asked = event {
                #expect((try? await conversation.warmupRequest()) == .some(nil))
            }
        }
        #expect(model.requests.count == 1)
        #expect(try await conversation.warmupRequest()?.messages.count == 7)
    }
}
