import Chat
import Testing

@Suite struct FindingTests {
    @Test(arguments: StoreKind.allCases)
    func `Sessions are listed by their last use`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        var ids: [SessionID] = []
        for name in ["a", "b", "c"] {
            ids.append(try await store.createConversation(name: name).session.id)
        }
        try await store.say([.user("Hi")], in: ids[0])
        let page = try await store.list(offset: 0, limit: 2)
        #expect(page.sessions.map(\.name) == ["a", "c"])
        #expect(page.sessions.map(\.messageCount) == [3, 2])
        #expect(page.total == 3)
        let rest = try await store.list(offset: 2, limit: .max)
        #expect(rest.sessions.map(\.id) == [ids[1]])
        #expect(try await store.list(offset: 3, limit: 5).sessions.isEmpty)
    }

    @Test(
        arguments: StoreKind.allCases,
        ["Tea time 🫖", "tea TIME 🫖", "ÄÖÜ und mehr", "äöü UND mehr"])
    func `Names are found whatever their case`(_ kind: StoreKind, _ name: String) async throws {
        let store = try await World(kind).program()
        _ = try await store.createConversation(name: "Tea time 🫖")
        _ = try await store.createConversation(name: "ÄÖÜ und mehr")
        _ = try await store.createConversation(name: "Tea")
        let found = try await store.find(name)
        #expect(found.map { $0.name?.lowercased() } == [name.lowercased()])
    }

    @Test(arguments: StoreKind.allCases)
    func `Sessions of one name are all meant, the last used first`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let first = try await store.createConversation(name: "Same").session.id
        let second = try await store.createConversation(name: "same").session.id
        #expect(try await store.find("SAME").map(\.id) == [second, first])
    }

    @Test(arguments: StoreKind.allCases)
    func `The beginning of an id needs four characters`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = try await store.createConversation().session.id
        #expect(try await store.find(id.text).map(\.id) == [id])
        #expect(try await store.find(String(id.text.prefix(4))).map(\.id) == [id])
        #expect(try await store.find(String(id.text.prefix(3))).isEmpty)
        #expect(try await store.find("").isEmpty)
        #expect(try await store.find("no such thing").isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `An id wins over a name, a name over the beginning of an id`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let id = try await store.createConversation().session.id
        let byID = try await store.createConversation(name: id.text).session.id
        #expect(try await store.find(id.text).map(\.id) == [id])
        let prefix = String(id.text.prefix(6))
        let byName = try await store.createConversation(name: prefix).session.id
        #expect(try await store.find(prefix).map(\.id) == [byName])
        #expect(byID != byName)
    }

    @Test(arguments: StoreKind.allCases)
    func `An old name is forgotten`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = try await store.createConversation(name: "Old").session.id
        let changed = try await store.change(id, [.name("New")])
        #expect(changed.name == "New")
        #expect(try await store.find("old").isEmpty)
        #expect(try await store.find("new").map(\.id) == [id])
    }

    @Test(arguments: StoreKind.allCases)
    func `A session is not deleted while somebody is in a turn of it`(
        _ kind: StoreKind
    ) async throws {
        let world = try await World(kind)
        let first = try world.program("first")
        let second = try world.program("second")
        let id = try await first.createConversation(name: "Busy").session.id
        let turn = try await first.beginNow("Hi", in: id)
        let error = await #expect(throws: ChatError.self) { try await second.delete(id) }
        #expect(error?.description.contains("desk:1 is in a turn") == true)
        #expect(try await second.list(offset: 0, limit: 9).sessions.map(\.id) == [id])
        #expect(try await second.find("Busy").map(\.id) == [id])
        _ = try await first.finish(turn, with: .assistant("Hello"), placement: .append)
        _ = try await first.beginNow("More", in: id)
        world.kill("first")
        try await second.delete(id)
        #expect(try await second.find("Busy").isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `A deleted session is nowhere`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let store = try world.program()
        let id = try await store.createConversation(name: "Gone").session.id
        let turn = try await store.beginNow("Hi", in: id)
        try await store.checkpoint(DraftAddition(textOffset: 0, text: "Hel"), of: turn)
        try await world.outlastLease(of: id)
        try await store.delete(id)
        #expect(try await store.find("Gone").isEmpty)
        #expect(try await store.find(id.text).isEmpty)
        #expect(try await store.list(offset: 0, limit: 9) == SessionPage(sessions: [], total: 0))
        await #expect(throws: ChatError.sessionNotFound(id)) { try await store.delete(id) }
        await #expect(throws: ChatError.turnLost) {
            try await store.checkpoint(DraftAddition(textOffset: 3, text: "lo"), of: turn)
        }
        await #expect(throws: ChatError.sessionNotFound(id)) {
            try await store.finish(turn, with: .assistant("Hello"), placement: .append)
        }
        try await store.abandon(turn)
    }
}
