import Chat
import Testing

@Suite struct UsageTests {
    @Test(arguments: StoreKind.allCases)
    func `A session takes up as much as all that belongs to it`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        func size(_ id: SessionID) async throws -> Int {
            try #require(try await store.sizes(of: [id])[id])
        }
        let id = try await store.createConversation(name: "Tea").session.id
        let small = try await size(id)
        #expect(small > 0)
        try await store.say([.user(String(repeating: "long ", count: 2000))], in: id)
        let said = try await size(id)
        #expect(said > small + 9_000)
        // What is on the shelf is there still.
        let messages = try await store.history(of: id, .all).messages
        _ = try await store.remove(MessageRemoval(of: [messages[2]], as: .undo), from: id)
        #expect(try await size(id) > small + 9_000)
        let turn = try await store.beginNow("Hi", in: id)
        let begun = try await size(id)
        let draft = String(repeating: "draft ", count: 2000)
        try await store.checkpoint(DraftAddition(textOffset: 0, text: draft), of: turn)
        #expect(try await size(id) > begun + 9_000)
    }

    @Test(arguments: StoreKind.allCases)
    func `Sizes are told for sessions that are there`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let one = try await store.createConversation().session.id
        let gone = try await store.createConversation().session.id
        let other = try await store.createConversation().session.id
        try await store.delete(gone)
        let sizes = try await store.sizes(of: [one, gone, .random(), other])
        #expect(Set(sizes.keys) == [one, other])
        #expect(try await store.sizes(of: []).isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `The store tells what it uses`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let before = try #require(try await store.usage().memoryUsed)
        _ = try await store.create(
            NewSession(messages: [.user(String(repeating: "long ", count: 20_000))]))
        let usage = try await store.usage()
        #expect(try #require(usage.memoryUsed) > before + 50_000)
        #expect(usage.memoryLimit == nil)
    }
}
