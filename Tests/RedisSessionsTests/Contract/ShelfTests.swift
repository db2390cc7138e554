import Chat
import Testing

@Suite struct ShelfTests {
    private static func odd(_ number: Int) -> Message {
        .user("\(number) \u{1F600} \"quoted\" \\ / \u{7F}\u{1} \"op\":\"x\"")
    }

    private func session(_ store: any SessionStore) async throws -> History {
        let made = try await store.create(
            NewSession(
                name: "S", systemPrompt: "S", messages: (1...5).map { Self.odd($0) }))
        return try await store.history(of: made.session.id, .all)
    }

    @Test(arguments: StoreKind.allCases)
    func `What is taken off is on the shelf, and comes back byte for byte`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let before = try await session(store)
        let id = before.session.id
        let removal = MessageRemoval(of: Array(before.messages.suffix(2)), as: .undo)
        let shorter = try await store.remove(removal, from: id)
        #expect(shorter.messageCount == 4)
        #expect(shorter.revision > before.session.revision)
        #expect(try await store.history(of: id, .all).messages == Array(before.messages.prefix(4)))
        let shelf = try await store.shelf(of: id)
        #expect(shelf.map(\.kind) == [.undo])
        #expect(shelf.map(\.operation) == [removal.operation])
        #expect(shelf[0].head == before.messages[3].timestamp)
        #expect(shelf[0].messages.map(\.member) == removal.messages.map(\.member))
        #expect(shelf[0].messages.map(\.message) == removal.messages.map(\.message))
        let restored = try await store.restore(
            ShelfRestoration(of: shelf[0], needingSameHead: true), in: id)
        #expect(restored.messageCount == 6)
        #expect(try await store.history(of: id, .all).messages == before.messages)
        #expect(try await store.shelf(of: id).isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `A step that is repeated has one effect`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let before = try await session(store)
        let id = before.session.id
        let removal = MessageRemoval(of: Array(before.messages.suffix(2)), as: .undo)
        let once = try await store.remove(removal, from: id)
        let twice = try await store.remove(removal, from: id)
        #expect(once.revision == twice.revision)
        let entry = try #require(try await store.shelf(of: id).first)
        let restoration = ShelfRestoration(of: entry)
        _ = try await store.restore(restoration, in: id)
        _ = try await store.restore(restoration, in: id)
        #expect(try await store.history(of: id, .all).messages == before.messages)
    }

    @Test(arguments: StoreKind.allCases)
    func `What changed meanwhile is left as it is`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let before = try await session(store)
        let id = before.session.id
        let last = Array(before.messages.suffix(2))
        _ = try await store.remove(MessageRemoval(of: [last[1]], as: .undo), from: id)
        let left = try await store.history(of: id, .all)
        await #expect(throws: ChatError.changedMeanwhile) {
            _ = try await store.remove(MessageRemoval(of: last, as: .undo), from: id)
        }
        try await store.say([.user("later")], in: id)
        let entry = try #require(try await store.shelf(of: id).first)
        await #expect(throws: ChatError.changedMeanwhile) {
            _ = try await store.restore(
                ShelfRestoration(of: entry, needingSameHead: true), in: id)
        }
        #expect(try await store.history(of: id, .all).messages.dropLast() == left.messages[...])
        #expect(try await store.shelf(of: id) == [entry])
        _ = try await store.restore(ShelfRestoration(of: entry), in: id)
        #expect(try await store.history(of: id, .all).messages.dropLast() == before.messages[...])
        await #expect(throws: ChatError.changedMeanwhile) {
            _ = try await store.restore(ShelfRestoration(of: entry), in: id)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `Only what is at the end is taken back, and replies come back only to the end`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let made = try await store.createConversation()
        let id = made.session.id
        let turn = try await store.beginNow(nil, in: id)
        let old = try #require(made.messages.last)
        _ = try await store.finish(turn, with: .assistant("Since."), placement: .instead(of: old))
        let before = try await store.history(of: id, .all)
        let entry = try #require(try await store.shelf(of: id).first)
        try await store.say([.user("later")], in: id)
        let after = try await store.history(of: id, .all).messages
        await #expect(throws: ChatError.changedMeanwhile) {
            _ = try await store.remove(MessageRemoval(of: before.messages, as: .undo), from: id)
        }
        for replaced in [[], Array(before.messages.suffix(1))] {
            await #expect(throws: ChatError.changedMeanwhile) {
                _ = try await store.restore(
                    ShelfRestoration(of: entry, replacing: replaced), in: id)
            }
        }
        #expect(try await store.history(of: id, .all).messages == after)
        #expect(try await store.shelf(of: id) == [entry])
    }

    @Test(arguments: StoreKind.allCases)
    func `Pruned messages leave the numbers of the others alone`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let before = try await session(store)
        let id = before.session.id
        let pruned = Array(before.messages[1...2])
        _ = try await store.remove(MessageRemoval(of: pruned, as: .prune), from: id)
        let after = try await store.history(of: id, .all)
        #expect(after.messages.dropFirst() == before.messages[3...])
        #expect(after.session.prunedCount == 2)
        let entry = try #require(try await store.shelf(of: id).first)
        _ = try await store.restore(ShelfRestoration(of: entry), in: id)
        #expect(try await store.history(of: id, .all).messages == before.messages)
    }

    @Test(arguments: StoreKind.allCases)
    func `Messages can be taken off for good`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let before = try await session(store)
        let id = before.session.id
        let removal = MessageRemoval(
            of: Array(before.messages.dropFirst()), as: .prune, keepingMessages: false)
        #expect(try await store.remove(removal, from: id).messageCount == 1)
        #expect(try await store.shelf(of: id).isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `An old reply takes the place of the new one, which goes to the shelf`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let made = try await store.createConversation()
        let id = made.session.id
        let old = try #require(made.messages.last)
        let turn = try await store.beginNow(nil, in: id)
        _ = try await store.finish(turn, with: .assistant("Since."), placement: .instead(of: old))
        let new = try #require(try await store.history(of: id, .all).messages.last)
        let entry = try #require(try await store.shelf(of: id).first)
        #expect(entry.kind == .retry)
        #expect(entry.operation == turn.turn)
        _ = try await store.restore(ShelfRestoration(of: entry, replacing: [new]), in: id)
        #expect(try await store.history(of: id, .all).messages == made.messages)
        let shelf = try await store.shelf(of: id)
        #expect(shelf.map(\.kind) == [.retry])
        #expect(shelf.first?.messages.map(\.member) == [new.member])
    }

    @Test(arguments: StoreKind.allCases)
    func `Nothing is taken off or put back while another program is in a turn`(
        _ kind: StoreKind
    ) async throws {
        let world = try await World(kind)
        let store = try world.program()
        let before = try await session(store)
        let id = before.session.id
        let removal = MessageRemoval(of: [before.messages[5]], as: .undo)
        _ = try await store.remove(removal, from: id)
        let entry = try #require(try await store.shelf(of: id).first)
        let turn = try await world.program("other").beginNow("Q", in: id)
        await #expect(throws: ChatError.inTurn(turn.owner)) {
            _ = try await store.remove(
                MessageRemoval(of: [before.messages[4]], as: .undo), from: id)
        }
        await #expect(throws: ChatError.inTurn(turn.owner)) {
            _ = try await store.restore(ShelfRestoration(of: entry), in: id)
        }
        world.kill("other")
        _ = try await store.restore(ShelfRestoration(of: entry), in: id)
    }

    @Test(arguments: StoreKind.allCases)
    func `A session that is not there has no shelf`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = SessionID.random()
        await #expect(throws: ChatError.sessionNotFound(id)) { _ = try await store.shelf(of: id) }
        await #expect(throws: ChatError.sessionNotFound(id)) {
            _ = try await store.remove(MessageRemoval(of: [], as: .undo), from: id)
        }
    }
}
