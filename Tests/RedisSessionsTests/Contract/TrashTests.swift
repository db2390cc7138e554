import Chat
import Redis
import TestSupport
import Testing

@Suite struct TrashTests {
    @Test(arguments: StoreKind.allCases)
    func `A deleted session is in the trash, and comes back with everything`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let made = try await store.create(
            NewSession(name: "Tea", systemPrompt: "S", model: "m", messages: [.user("Q")]))
        let id = made.session.id
        _ = try await store.remove(MessageRemoval(of: [made.messages[1]], as: .undo), from: id)
        let turn = try await store.beginNow("Q2", in: id)
        try await store.abandon(turn)
        let before = try await store.history(of: id, .all)
        let shelf = try await store.shelf(of: id)
        try await store.delete(id)
        #expect(try await store.list(offset: 0, limit: 9).total == 0)
        #expect(try await store.find("tea").isEmpty)
        let trashed = try #require(try await store.trash(limit: 10).first)
        #expect(trashed.session.name == "Tea")
        #expect(trashed.session.messageCount == 2)
        #expect((600_000...604_800).contains(trashed.vanishesIn))
        let back = try await store.undelete(id)
        #expect(back.name == "Tea")
        #expect(back.expiresIn == nil)
        #expect(try await store.history(of: id, .all).messages == before.messages)
        #expect(try await store.shelf(of: id) == shelf)
        #expect(try await store.find("tea").map(\.id) == [id])
        #expect(try await store.list(offset: 0, limit: 9).sessions.map(\.id) == [id])
        #expect(try await store.trash(limit: 10).isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `What is not in the trash cannot come back`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = SessionID.random()
        await #expect(throws: ChatError.notInTrash(id)) { _ = try await store.undelete(id) }
    }

    @Test(arguments: StoreKind.allCases)
    func `The trash shows the last deleted first`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        var ids: [SessionID] = []
        for _ in 0..<3 {
            let id = try await store.createConversation().session.id
            try await store.delete(id)
            ids.insert(id, at: 0)
        }
        #expect(try await store.trash(limit: 2).map(\.session.id) == Array(ids.prefix(2)))
    }

    @Test(arguments: StoreKind.allCases)
    func `A draft that was in the trash is recovered`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let store = try world.program()
        let id = try await store.createConversation().session.id
        let dead = try world.program("dead")
        let turn = try await dead.beginNow("Q", in: id)
        try await dead.checkpoint(DraftAddition(textOffset: 0, text: "part"), of: turn)
        world.kill("dead")
        try await store.delete(id)
        _ = try await store.undelete(id)
        #expect(try await store.open(id, .all).recovered.count == 1)
        #expect(try await store.said(in: id).last == "assistant: part")
    }

    @Test(arguments: StoreKind.allCases, [false, true])
    func `A purged session is gone, wherever it was`(
        _ kind: StoreKind, isInTrash: Bool
    ) async throws {
        let world = try await World(kind)
        let store = try world.program()
        let made = try await store.createConversation(name: "Secret")
        let id = made.session.id
        _ = try await store.remove(MessageRemoval(of: [made.messages[1]], as: .undo), from: id)
        _ = try await world.program("dead").beginNow("Q", in: id)
        world.kill("dead")
        if isInTrash { try await store.delete(id) }
        try await store.purge(id)
        #expect(try await store.trash(limit: 9).isEmpty)
        #expect(try await store.find("secret").isEmpty)
        await #expect(throws: ChatError.sessionNotFound(id)) {
            _ = try await store.history(of: id, .all)
        }
        await #expect(throws: ChatError.sessionNotFound(id)) { try await store.purge(id) }
        guard let keys = try await world.server?.redis("KEYS", "*").array() else { return }
        let names = try keys.map { try $0.text() }
        #expect(names.filter { $0.contains(id.text) } == [])
    }

    @Test(arguments: StoreKind.allCases)
    func `A session in which somebody is in a turn is not purged`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let store = try world.program()
        let id = try await store.createConversation().session.id
        let turn = try await world.program("other").beginNow("Q", in: id)
        await #expect(throws: ChatError.inTurn(turn.owner)) { try await store.purge(id) }
        #expect(try await store.history(of: id, .all).messages.count == 3)
    }

    @Test(arguments: StoreKind.allCases)
    func `A session that would expire does so when it comes back`(_ kind: StoreKind) async throws {
        let store = try await World(kind, timeToLive: .seconds(3600)).program()
        let id = try await store.createConversation().session.id
        try await store.delete(id)
        let left = try #require(try await store.undelete(id).expiresIn)
        #expect((3500...3600).contains(left))
    }

    @Test(arguments: StoreKind.allCases)
    func `A pinned session does not expire, until it is let go`(_ kind: StoreKind) async throws {
        let store = try await World(kind, timeToLive: .seconds(3600)).program()
        let id = try await store.createConversation().session.id
        let pinned = try await store.change(id, [.pinned(true)])
        #expect(pinned.isPinned)
        #expect(pinned.expiresIn == nil)
        try await store.say([.user("more")], in: id)
        #expect(try await store.history(of: id, .last(0)).session.expiresIn == nil)
        let free = try await store.change(id, [.pinned(false)])
        #expect(!free.isPinned)
        #expect(free.expiresIn == 3600)
        #expect(free.timeToLive == .seconds(3600))
    }

    @Test(arguments: StoreKind.allCases)
    func `Sessions that were not used for long are found, the oldest first`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let first = try await store.createConversation().session.id
        let second = try await store.createConversation().session.id
        let last = try await store.createConversation()
        let moment = last.session.lastActivity
        #expect(
            try await store.sessions(unusedSince: moment, limit: 9).map(\.id) == [first, second])
        #expect(try await store.sessions(unusedSince: moment, limit: 1).map(\.id) == [first])
    }
}
