import Chat
import Testing

@Suite struct EmptiedSessionTests {
    /// A session all of whose messages were taken back.
    private func emptied(_ store: any SessionStore) async throws -> (SessionID, ShelvedMessages) {
        let made = try await store.create(
            NewSession(name: "S", messages: [.user("Q"), .assistant("A")]))
        let removal = MessageRemoval(of: made.messages, as: .undo)
        _ = try await store.remove(removal, from: made.session.id)
        return (
            made.session.id, try #require(try await store.shelf(of: made.session.id).first)
        )
    }

    @Test(arguments: StoreKind.allCases)
    func `What was taken back of an empty path comes back as long as nothing was said`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let (id, entry) = try await emptied(store)
        try await store.touch(id)
        _ = try await store.change(id, [.name("Other")])
        let restoration = ShelfRestoration(of: entry, needingSameHead: true)
        #expect(try await store.restore(restoration, in: id).messageCount == 2)
    }

    @Test(arguments: StoreKind.allCases, [true, false])
    func `An empty path of which other words were taken is another one`(
        _ kind: StoreKind, keepsMessages: Bool
    ) async throws {
        let store = try await World(kind).program()
        let (id, entry) = try await emptied(store)
        try await store.say([.user("other")], in: id)
        let said = try await store.history(of: id, .all).messages
        _ = try await store.remove(
            MessageRemoval(of: said, as: .prune, keepingMessages: keepsMessages), from: id)
        await #expect(throws: ChatError.changedMeanwhile) {
            _ = try await store.restore(
                ShelfRestoration(of: entry, needingSameHead: true), in: id)
        }
        #expect(try await store.restore(ShelfRestoration(of: entry), in: id).messageCount == 2)
    }
}
