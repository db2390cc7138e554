import Chat
import TestSupport
import Testing

@Suite struct PrivateSessionsTests {
    private let shared = MemorySessionStore()
    private let store: PrivateSessions

    init() {
        store = PrivateSessions(beside: shared)
    }

    private func makePrivate(_ name: String) async throws -> SessionID {
        let new = NewSession(name: name, messages: [.user("Q")])
        store.add(new.id)
        return try await store.create(new).session.id
    }

    @Test func `Nothing of a private session or of its branches reaches the store`() async throws {
        let new = NewSession(name: "secret")
        store.add(new.id)
        let model = ScriptedModel()
        let conversation = Conversation(new: new, of: store, with: model)
        _ = try await conversation.run(.send("Q")) { _ in }
        _ = try await conversation.run(.retry) { _ in }
        let branch = try await store.branch(
            NewBranch(of: new.id, name: "b", adding: [.user("more")]))
        #expect(store.contains(branch.session.id))
        #expect(try await store.history(of: new.id, .all).messages.count == 2)
        #expect(try await store.history(of: branch.session.id, .all).messages.count == 3)
        #expect(try await shared.list(offset: 0, limit: 9).total == 0)
    }

    @Test(arguments: [(0, 2), (1, 2), (2, 9), (0, 9), (4, 1), (0, 1)])
    func `Private sessions come first in the list`(offset: Int, limit: Int) async throws {
        for name in ["c", "d", "e"] { _ = try await shared.create(name: name) }
        for name in ["a", "b"] { _ = try await makePrivate(name) }
        let names = ["b", "a", "e", "d", "c"]
        let page = try await store.list(offset: offset, limit: limit)
        #expect(page.total == 5)
        #expect(page.sessions.map(\.name) == Array(names.dropFirst(offset).prefix(limit)))
    }

    @Test func `A private session is found before another one, and is gone when it is deleted`()
        async throws
    {
        _ = try await shared.create(name: "tea")
        let id = try await makePrivate("tea")
        #expect(try await store.find("tea").map(\.id) == [id])
        try await store.delete(id)
        #expect(try await store.trash(limit: 9).isEmpty)
        #expect(try await store.find("tea").map(\.id) != [id])
        await #expect(throws: ChatError.self) { try await store.undelete(id) }
    }
}
