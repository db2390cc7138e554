import Chat
import Redis
import TestSupport
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
    func `A session can come in pieces`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let whole = copy(1_200)
        var head = whole
        head.messages = Array(whole.messages.prefix(10))
        let isNew = try await store.insert(head) { position in
            Array(whole.messages[position...].prefix(700))
        }
        #expect(isNew)
        let history = try await store.history(of: whole.id, .all)
        #expect(history.messages.map(\.message) == whole.messages.map(\.message))
        #expect(history.session.lastActivity == whole.messages.last?.timestamp)
    }

    @Test(arguments: StoreKind.allCases)
    func `A session of which a piece fails is not there`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let store = try world.program()
        let whole = copy(1_200)
        var head = whole
        head.messages = []
        await #expect(throws: PieceError.self) {
            try await store.insert(head) { position in
                guard position < 900 else { throw PieceError() }
                return Array(whole.messages[position...].prefix(300))
            }
        }
        #expect(try await store.list(offset: 0, limit: 9).total == 0)
        #expect(try await store.find(whole.id.text).isEmpty)
        if let server = world.server {
            let pool = RedisPool(server.address)
            #expect(try await pool.execute(RedisCommand("DBSIZE")).integer() == 0)
        }
        #expect(try await store.insert(whole))
    }

    @Test(arguments: StoreKind.allCases)
    func `Two programs that bring in one session at once bring it in whole`(
        _ kind: StoreKind
    ) async throws {
        let world = try await World(kind)
        let whole = copy(1_000)
        var head = whole
        head.messages = []
        let results = try await withThrowingTaskGroup(of: Bool.self) { [head] group in
            for name in ["first", "second", "third"] {
                let store = try world.program(name)
                group.addTask {
                    try await store.insert(head) { position in
                        await Task.yield()
                        return Array(whole.messages[position...].prefix(50))
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count { $0 } == 1)
        let history = try await world.program().history(of: whole.id, .all)
        #expect(history.messages.map(\.timestamp) == whole.messages.map(\.timestamp))
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

private struct PieceError: Error {}
