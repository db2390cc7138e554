import Chat
import Testing

@Suite struct ChangingTests {
    @Test(arguments: StoreKind.allCases)
    func `Metadata changes in one step and is read back`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let before = try await store.createConversation().session
        let after = try await store.change(
            before.id, [.name("N"), .model("m"), .options(["seed": .integer(1)])])
        #expect(after.name == "N")
        #expect(after.model == "m")
        #expect(after.options == ["seed": .integer(1)])
        #expect(after.revision > before.revision)
        #expect(try await store.history(of: before.id, .all).session == after)
        let cleared = try await store.change(before.id, [.options([:])])
        #expect(cleared.options.isEmpty)
        #expect(cleared.name == "N")
    }

    @Test(arguments: StoreKind.allCases)
    func `A change does not make a session the one used last`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let older = try await store.createConversation().session.id
        let newer = try await store.createConversation().session.id
        _ = try await store.change(
            older, [.name("N"), .model("m"), .options(["seed": .integer(1)])])
        let page = try await store.list(offset: 0, limit: 9)
        #expect(page.sessions.map(\.id) == [newer, older])
        #expect(try await store.find("n").map(\.id) == [older])
    }

    @Test(arguments: StoreKind.allCases)
    func `A summary is kept with those before it, and taken back`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = try await store.createConversation().session.id
        let first = SessionSummary(
            text: "\"gist\"\n日本", through: Timestamp(microseconds: 1_760_000_000_123_456),
            lastNumber: 4, model: "tiny:latest")
        let second = SessionSummary(
            text: "more", through: Timestamp(microseconds: 1_760_000_001_000_000), lastNumber: 9,
            model: "tiny:latest", earlier: first)
        #expect(try await store.change(id, [.summary(second)]).summary == second)
        #expect(try await store.history(of: id, .all).session.summary?.earlier == first)
        #expect(try await store.change(id, [.summary(nil)]).summary == nil)
        #expect(try await store.list(offset: 0, limit: 1).sessions.first?.summary == nil)
    }

    @Test(arguments: StoreKind.allCases)
    func `A time to live is set, counted and taken back`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = try await store.createConversation().session.id
        #expect(try await store.change(id, [.timeToLive(.seconds(60))]).expiresIn == 60)
        try await store.say([.user("Hi")], in: id)
        try await store.touch(id)
        let left = try #require(try await store.history(of: id, .all).session.expiresIn)
        #expect((1...60).contains(left))
        #expect(try await store.list(offset: 0, limit: 1).sessions.first?.expiresIn != nil)
        #expect(try await store.change(id, [.timeToLive(.forever)]).expiresIn == nil)
        #expect(try await store.history(of: id, .all).session.expiresIn == nil)
    }

    @Test(arguments: StoreKind.allCases)
    func `The time to live of the store holds for new sessions and their branches`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind, timeToLive: .seconds(3600)).program()
        let made = try await store.createConversation()
        #expect(made.session.expiresIn == 3600)
        let branch = try await store.branch(NewBranch(of: made.session.id))
        #expect(branch.session.expiresIn == 3600)
        _ = try await store.change(made.session.id, [.timeToLive(.forever)])
        let kept = try await store.branch(NewBranch(of: made.session.id))
        #expect(kept.session.expiresIn == nil)
    }

    @Test(arguments: StoreKind.allCases)
    func `A system prompt is set, replaced and removed in the first place`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let made = try await store.createConversation()
        let id = made.session.id
        try await store.setSystemPrompt("Be brief.", of: id)
        let set = try await store.history(of: id, .all)
        #expect(set.messages.map(\.said).first == "system: Be brief.")
        #expect(set.session.messageCount == 3)
        #expect(set.session.revision > made.session.revision)
        try await store.setSystemPrompt("Be long.", of: id)
        let replaced = try await store.history(of: id, .all)
        #expect(replaced.messages.map(\.said).first == "system: Be long.")
        #expect(replaced.messages.first?.timestamp == set.messages.first?.timestamp)
        try await store.setSystemPrompt(nil, of: id)
        #expect(try await store.said(in: id) == ["user: Why?", "assistant: Because."])
        try await store.setSystemPrompt(nil, of: id)
        #expect(try await store.said(in: id).count == 2)
    }

    @Test(arguments: StoreKind.allCases)
    func `A system prompt is the first message also after what was pruned came back`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let made = try await store.create(
            NewSession(messages: [.user("1"), .assistant("\"scores\":[\"7\""), .user("3")]))
        let id = made.session.id
        _ = try await store.remove(
            MessageRemoval(of: Array(made.messages.prefix(2)), as: .prune), from: id)
        try await store.setSystemPrompt("Be brief.", of: id)
        let entry = try #require(try await store.shelf(of: id).first)
        _ = try await store.restore(ShelfRestoration(of: entry), in: id)
        #expect(
            try await store.said(in: id).map { $0.prefix(6) } == [
                "system", "user: ", "assist", "user: ",
            ])
    }

    @Test(arguments: StoreKind.allCases)
    func `The same system prompt again changes nothing`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = try await store.create(NewSession(systemPrompt: "Be brief.")).session.id
        let before = try await store.history(of: id, .all)
        try await store.setSystemPrompt("Be brief.", of: id)
        #expect(try await store.history(of: id, .all) == before)
    }

    @Test(arguments: StoreKind.allCases)
    func `An empty session takes a system prompt`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = try await store.create(NewSession()).session.id
        try await store.setSystemPrompt("Be brief.", of: id)
        try await store.say([.user("Hi")], in: id)
        #expect(try await store.said(in: id) == ["system: Be brief.", "user: Hi"])
    }

    @Test(arguments: StoreKind.allCases)
    func `A branch shares messages and knows its parent`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let made = try await store.create(
            NewSession(
                model: "m", options: ["seed": .integer(1)],
                messages: [.user("1"), .assistant("2"), .user("3")]))
        let new = NewBranch(
            of: made.session.id, through: made.messages[1].timestamp, name: "Other",
            adding: [.user("4"), .assistant("5")])
        let branch = try await store.branch(new)
        #expect(try await store.branch(new).messages == branch.messages)
        let id = branch.session.id
        let read = try await store.history(of: id, .all)
        #expect(
            read.messages.map(\.said) == ["user: 1", "assistant: 2", "user: 4", "assistant: 5"])
        #expect(Array(read.messages.prefix(2)) == Array(made.messages.prefix(2)))
        #expect(Array(read.messages.suffix(2)) == branch.messages)
        #expect(read.session == branch.session)
        #expect(read.session.parent == made.session.id)
        #expect(read.session.branchPoint == 2)
        #expect(read.session.name == "Other")
        #expect(read.session.model == "m")
        #expect(read.session.options == ["seed": .integer(1)])
        #expect(try await store.said(in: made.session.id).count == 3)
        #expect(try await store.find("other").map(\.id) == [id])
        let whole = try await store.branch(NewBranch(of: made.session.id))
        #expect(whole.messages.isEmpty)
        #expect(whole.session.messageCount == 3)
    }
}
