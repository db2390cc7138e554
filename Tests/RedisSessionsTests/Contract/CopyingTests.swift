import Chat
import Testing

@Suite struct CopyingTests {
    private let start = Timestamp(microseconds: 1_600_000_000_000_001)

    private func copy(_ count: Int, parent: SessionID? = nil) -> SessionCopy {
        let entries = (0..<count).map { number in
            SessionCopy.Entry(
                number.isMultiple(of: 2) ? .user("Q\(number)") : .assistant("A\(number)"),
                at: start.advanced(byMicroseconds: Int64(number) * 1_000_000))
        }
        return SessionCopy(
            id: .random(), name: "From elsewhere", model: "m", options: ["seed": .integer(1)],
            createdAt: start, parent: parent, branchPoint: parent.map { _ in 1 },
            messages: entries,
            shelf: [
                SessionCopy.Shelved(
                    operation: .random(), kind: .undo, at: start, head: entries.last?.timestamp,
                    messages: [SessionCopy.Entry(.user("gone"), at: start)])
            ])
    }

    @Test(arguments: StoreKind.allCases, [1, 501, 1000])
    func `A session from elsewhere is there with its times`(
        _ kind: StoreKind, count: Int
    ) async throws {
        let store = try await World(kind).program()
        let copy = copy(count)
        #expect(try await store.insert(copy))
        let history = try await store.history(of: copy.id, .all)
        #expect(history.messages.map(\.timestamp) == copy.messages.map(\.timestamp))
        #expect(history.messages.map(\.message) == copy.messages.map(\.message))
        #expect(history.messages.first?.number == 1)
        #expect(history.session.name == "From elsewhere")
        #expect(history.session.model == "m")
        #expect(history.session.options == copy.options)
        #expect(history.session.createdAt == start)
        #expect(history.session.lastActivity == copy.messages.last?.timestamp)
        #expect(try await store.find("from elsewhere").map(\.id) == [copy.id])
        let shelf = try await store.shelf(of: copy.id)
        #expect(shelf.flatMap(\.messages).map(\.message) == [.user("gone")])
        #expect(shelf.map(\.operation) == copy.shelf.map(\.operation))
        #expect(shelf.map(\.head) == copy.shelf.map(\.head))
    }

    @Test(arguments: StoreKind.allCases)
    func `What was inserted before is left as it is`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let copy = copy(3)
        #expect(try await store.insert(copy))
        try await store.say([.user("more")], in: copy.id)
        #expect(try await !store.insert(copy))
        #expect(try await store.history(of: copy.id, .all).messages.count == 4)
    }

    @Test(arguments: StoreKind.allCases)
    func `A session from elsewhere is not the one used last, and goes on`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let newest = try await store.createConversation().session.id
        let copy = copy(2)
        _ = try await store.insert(copy)
        #expect(
            try await store.list(offset: 0, limit: 9).sessions.map(\.id) == [newest, copy.id])
        let turn = try await store.beginNow("next", in: copy.id)
        _ = try await store.finish(turn, with: .assistant("reply"), placement: .append)
        #expect(try await store.said(in: copy.id).suffix(2) == ["user: next", "assistant: reply"])
    }

    @Test(arguments: StoreKind.allCases)
    func `A branch from elsewhere knows its parent`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let parent = copy(2)
        _ = try await store.insert(parent)
        let branch = copy(3, parent: parent.id)
        _ = try await store.insert(branch)
        #expect(try await store.family(of: branch.id).map(\.id) == [parent.id, branch.id])
    }

    @Test(arguments: StoreKind.allCases)
    func `A session without messages can come from elsewhere`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let copy = copy(0)
        #expect(try await store.insert(copy))
        #expect(try await store.history(of: copy.id, .all).session.messageCount == 0)
    }
}
