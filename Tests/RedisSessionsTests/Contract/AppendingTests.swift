import Chat
import Testing

@Suite struct AppendingTests {
    @Test(arguments: StoreKind.allCases)
    func `Messages go behind the newest one, adjacent and in order`(_ kind: StoreKind) async throws
    {
        let store = try await World(kind).program()
        let id = try await store.createConversation().session.id
        let stored = try await store.append(
            [.assistant("A"), .user("B"), .assistant("C")], to: id, operation: .random())
        let history = try await store.history(of: id, .all)
        #expect(Array(history.messages.suffix(3)) == stored)
        #expect(stored.map(\.number) == [3, 4, 5])
        #expect(history.session.messageCount == 5)
        #expect(history.session.lastActivity == stored.last?.timestamp)
        let times = history.messages.map(\.timestamp)
        #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test(arguments: StoreKind.allCases)
    func `A repeated append has one effect, whoever repeats it`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let store = try world.program()
        let id = try await store.createConversation().session.id
        let operation = TurnID.random()
        let first = try await store.append([.user("Once")], to: id, operation: operation)
        try await store.say([.user("Other")], in: id)
        let again = try await world.program("second").append(
            [.user("Once")], to: id, operation: operation)
        #expect(again == first)
        #expect(try await store.said(in: id).count == 4)
    }

    @Test(arguments: StoreKind.allCases)
    func `The question of a turn is not stored twice`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = try await store.createConversation().session.id
        let turn = try await store.beginNow("Once", in: id)
        let again = try await store.append([.user("Once")], to: id, operation: turn.turn)
        #expect(again == [turn.question])
        try await store.abandon(turn)
        let replayed = try await store.beginNow("Once", in: id, turn: turn.turn)
        #expect(replayed.question == turn.question)
        #expect(replayed.messageCount == 3)
    }

    @Test(arguments: StoreKind.allCases)
    func `Equal messages stay two`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = try await store.create(NewSession()).session.id
        try await store.say([.user("Hi"), .user("Hi")], in: id)
        try await store.say([.user("Hi")], in: id)
        #expect(try await store.said(in: id) == ["user: Hi", "user: Hi", "user: Hi"])
    }

    @Test(arguments: StoreKind.allCases)
    func `Ranges read what they name`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let messages = (1...5).map { Message.user("\($0)") }
        let id = try await store.create(NewSession(messages: messages)).session.id
        func numbers(_ range: HistoryRange) async throws -> [Int] {
            let messages = try await store.history(of: id, range).messages
            #expect(messages.allSatisfy { $0.message?.content == "\($0.number)" })
            return messages.map(\.number)
        }
        #expect(try await numbers(.all) == [1, 2, 3, 4, 5])
        #expect(try await numbers(.last(2)) == [4, 5])
        #expect(try await numbers(.last(9)) == [1, 2, 3, 4, 5])
        #expect(try await numbers(.last(0)) == [])
        #expect(try await numbers(.positions(1..<3)) == [2, 3])
        #expect(try await numbers(.positions(0..<0)) == [])
        #expect(try await numbers(.positions(4..<9)) == [5])
        #expect(try await numbers(.positions(7..<9)) == [])
    }
}
