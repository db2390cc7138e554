import Chat
import Testing

@Suite struct CreatingTests {
    @Test(arguments: StoreKind.allCases)
    func `A created session reads back as it was made`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let made = try await store.create(
            NewSession(
                name: "Tea time 🫖", systemPrompt: "Be brief.", model: "llama3.2",
                options: ["temperature": .number(0.5), "stop": .texts(["a", "b"])],
                messages: [.user("Hi")]))
        let read = try await store.history(of: made.session.id, .all)
        #expect(read == made)
        #expect(read.session.name == "Tea time 🫖")
        #expect(read.session.model == "llama3.2")
        #expect(read.session.options["stop"] == .texts(["a", "b"]))
        #expect(read.session.messageCount == 2)
        #expect(read.session.expiresIn == nil)
        #expect(read.messages.map(\.said) == ["system: Be brief.", "user: Hi"])
        #expect(read.messages.map(\.number) == [1, 2])
    }

    @Test(arguments: StoreKind.allCases)
    func `A session that is created again stays as it was`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let new = NewSession(name: "Tea", systemPrompt: "Be brief.", messages: [.user("Hi")])
        let made = try await store.create(new)
        #expect(made.session.id == new.id)
        #expect(try await store.create(new) == made)
        try await store.say([.assistant("Hello")], in: new.id)
        #expect(try await store.create(new).messages == made.messages)
        #expect(try await store.said(in: new.id).count == 3)
    }

    @Test(arguments: StoreKind.allCases)
    func `A session may be empty`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let made = try await store.create(NewSession())
        let read = try await store.history(of: made.session.id, .all)
        #expect(read.messages.isEmpty)
        #expect(read.session.messageCount == 0)
        #expect(read.session.name == nil)
        #expect(read.session.createdAt == made.session.createdAt)
    }

    @Test(arguments: StoreKind.allCases)
    func `All of a message comes back`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let message = Message(
            role: .assistant, content: "Line\n\"quoted\" / \\ é 🫖 \u{0}\u{7F}",
            state: .truncated, thinking: "Hm.", model: "m", digest: "abc",
            options: ["num_ctx": .integer(4096), "penalize_newline": .boolean(true)],
            statistics: ReplyStatistics(
                promptTokens: 12, replyTokens: 3, total: .nanoseconds(123_456_789),
                load: .milliseconds(5), promptEvaluation: .seconds(1), evaluation: .nanoseconds(7),
                timeToFirstToken: .seconds(2), contextLength: 4096),
            images: ["00ff"])
        let id = try await store.create(NewSession(messages: [message])).session.id
        #expect(try await store.history(of: id, .all).messages.map(\.message) == [message])
    }

    @Test(arguments: StoreKind.allCases)
    func `A session that is not there is not found`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = SessionID.random()
        let missing = ChatError.sessionNotFound(id)
        await #expect(throws: missing) { try await store.history(of: id, .all) }
        await #expect(throws: missing) {
            try await store.say([.user("Hi")], in: id)
        }
        await #expect(throws: missing) { try await store.change(id, [.name("x")]) }
        await #expect(throws: missing) { try await store.setSystemPrompt("x", of: id) }
        await #expect(throws: missing) { try await store.setSystemPrompt(nil, of: id) }
        await #expect(throws: missing) { try await store.delete(id) }
        await #expect(throws: missing) { try await store.touch(id) }
        await #expect(throws: missing) { try await store.beginNow("Hi", in: id) }
        await #expect(throws: missing) {
            try await store.branch(NewBranch(of: id, adding: [.user("Hi")]))
        }
        #expect(try await store.list(offset: 0, limit: 10) == SessionPage(sessions: [], total: 0))
    }
}
