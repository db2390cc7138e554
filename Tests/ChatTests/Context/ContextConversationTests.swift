import Chat
import Synchronization
import Testing

/// Conversations that outgrow the window of their model.
@Suite struct ContextConversationTests {
    private let store = MemorySessionStore()

    private func conversation(
        _ model: PrefixCacheModel, sendingNewest recent: Int? = nil
    ) -> Conversation {
        Conversation(
            new: NewSession(systemPrompt: "You are brief.", model: "tiny:latest"), of: store,
            with: model, sendingNewest: recent)
    }

    private static func question(_ number: Int) -> String {
        "question number \(number) "
            + Array(repeating: "about words", count: 10).joined(separator: " ")
    }

    @Test func `A long conversation is evaluated no more than twice`() async throws {
        let model = PrefixCacheModel(window: 4096)
        let conversation = conversation(model)
        for number in 0..<200 {
            let outcome = try await conversation.run(.send(Self.question(number))) { _ in }
            #expect(outcome.state == .complete)
        }
        let (real, ideal) = model.evaluations
        print("evaluated \(real) tokens, \(Double(real) / Double(ideal)) times the ideal")
        #expect(Double(real) <= 2.0 * Double(ideal))
    }

    @Test func `Between steps a request is the last one and a turn more`() async throws {
        let model = PrefixCacheModel(window: 4096)
        let conversation = conversation(model)
        for number in 0..<100 {
            _ = try await conversation.run(.send(Self.question(number))) { _ in }
        }
        var steps = 0
        for (before, after) in zip(model.requests, model.requests.dropFirst()) {
            let isLonger =
                after.messages.starts(with: before.messages)
                && after.messages.count == before.messages.count + 2
            if !isLonger { steps += 1 }
            #expect(after.messages.first?.role == .system)
            #expect(after.messages.dropFirst().first?.role == .user)
            #expect(after.options == before.options)
        }
        #expect((2...8).contains(steps))
    }

    @Test func `What no longer fits is told once at each step`() async throws {
        let model = PrefixCacheModel(window: 2048)
        let conversation = conversation(model)
        let told = Mutex<[Int]>([])
        for number in 0..<40 {
            _ = try await conversation.run(.send(Self.question(number))) { event in
                if case .planned(let plan) = event { told.withLock { $0.append(plan.leftOut) } }
            }
        }
        let counts = told.withLock(\.self)
        #expect(!counts.isEmpty)
        #expect(counts == Array(Set(counts)).sorted())
        let plan = try await conversation.contextPlan()
        #expect(plan.leftOut == counts.last)
        #expect(plan.window == 2048)
        #expect(plan.entries.count == 81)
    }

    @Test func `A request that is refused for its size is made again with less`() async throws {
        let model = PrefixCacheModel(window: 1024, replyWords: 20)
        let session = try await store.create(
            NewSession(
                model: "tiny:latest",
                messages: (0..<40).flatMap { number in
                    // Short words are more tokens than their bytes say.
                    [
                        Message.user(Array(repeating: "a b", count: 20).joined(separator: " ")),
                        .assistant("I \(number)"),
                    ]
                }))
        let conversation = Conversation(in: session.session, of: store, with: model)
        let outcome = try await conversation.run(.send("Why?")) { _ in }
        #expect(outcome.state == .complete)
        #expect(model.requests.count > 1)
        let counts = model.requests.map(\.messages.count)
        #expect(counts == counts.sorted(by: >))
        #expect(model.requests.last?.messages.last?.content == "Why?")
        #expect(try await store.history(of: session.session.id, .all).messages.count == 82)
    }

    @Test func `A server that leaves something out is told on`() async throws {
        let model = PrefixCacheModel(window: 1024, refusing: false, replyWords: 20)
        let words = Array(repeating: "sometimes", count: 1200).joined(separator: " ")
        let session = try await store.create(
            NewSession(
                model: "tiny:latest", options: ["num_ctx": .integer(8192)],
                messages: [.user(words), .assistant("Yes."), .user("Go on."), .assistant("No.")]))
        let conversation = Conversation(in: session.session, of: store, with: model)
        let cuts = Mutex<[Int]>([])
        _ = try await conversation.run(
            .send(Array(repeating: "word", count: 800).joined(separator: " "))
        ) { event in
            if case .cutByServer(let read, _) = event { cuts.withLock { $0.append(read) } }
        }
        #expect(cuts.withLock(\.count) == 1)
    }

    @Test func `A question that is larger than the window is refused before it is stored`()
        async throws
    {
        let model = PrefixCacheModel(window: 1024)
        let conversation = conversation(model)
        let text = Array(repeating: "enormous", count: 2000).joined(separator: " ")
        await #expect {
            _ = try await conversation.run(.send(text)) { _ in }
        } throws: { error in
            (error as? ChatError)?.kind == .contextWindow
        }
        #expect(model.requests.isEmpty)
        #expect(try await store.list(offset: 0, limit: 1).sessions.isEmpty)
    }

    @Test func `Of a long session as much is read as fits`() async throws {
        let short = (0..<3000).map { $0.isMultiple(of: 2) ? Message.user("Hi") : .assistant("Ho") }
        let session = try await store.create(NewSession(model: "tiny:latest", messages: short))
        for (window, count) in [(1_000_000, 3001), (4096, nil)] as [(Int, Int?)] {
            let model = PrefixCacheModel(window: window, replyWords: 5)
            let conversation = Conversation(in: session.session, of: store, with: model)
            let told = Mutex<[Int]>([])
            let outcome = try await conversation.run(.send("And now?")) { event in
                if case .planned(let plan) = event { told.withLock { $0.append(plan.leftOut) } }
            }
            #expect(outcome.state == .complete)
            let sent = try #require(model.requests.last?.messages.count)
            #expect(count.map { $0 == sent } ?? (sent < 900))
            #expect(told.withLock(\.self) == (count == nil ? [3003 - sent] : []))
        }
    }

    @Test func `The newest messages alone are sent where that is wanted`() async throws {
        let model = PrefixCacheModel(window: 4096, replyWords: 5)
        let conversation = conversation(model, sendingNewest: 4)
        let told = Mutex(0)
        for number in 0..<5 {
            _ = try await conversation.run(.send("question \(number)")) { event in
                if case .planned = event { told.withLock { $0 += 1 } }
            }
        }
        let last = try #require(model.requests.last)
        #expect(last.messages.count == 5)
        #expect(last.messages.first?.role == .system)
        #expect(last.messages.last?.content == "question 4")
        // It was asked for, so it is no news.
        #expect(told.withLock(\.self) == 0)
    }
}
