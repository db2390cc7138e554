import Chat
import Testing

@Suite struct RecoveryTests {
    @Test(arguments: StoreKind.allCases)
    func `The draft of a dead program becomes an interrupted reply`(
        _ kind: StoreKind
    ) async throws {
        let world = try await World(kind)
        let id = try await leaveDraft("Hel", in: world)
        let next = try world.program("next")
        let recovered = try await next.recover(try await next.history(of: id, .all))
        let history = try await next.history(of: id, .all)
        #expect(recovered.map(\.message) == [history.messages.last])
        #expect(recovered.first?.branch == nil)
        #expect(history.messages.last?.message?.state == .interrupted)
        #expect(history.messages.last?.message?.model == "tiny")
        #expect(history.messages.map(\.said) == ["user: Hi", "assistant: Hel"])
        #expect(history.drafts.isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `One program alone recovers a draft`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let id = try await leaveDraft("Hel", in: world)
        let next = try world.program("next")
        try await next.say([.user("Psst")], in: id)
        let history = try await next.history(of: id, .all)
        let recovered = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...6 {
                let store = try world.program("\(number)")
                group.addTask { try await store.recover(history).count }
            }
            return try await group.reduce(0, +)
        }
        #expect(recovered == 1)
        #expect(try await next.list(offset: 0, limit: 9).total == 2)
    }

    @Test(arguments: StoreKind.allCases)
    func `The draft of a living program is left alone`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let here = try world.program("here")
        let there = try world.program("there", on: "laptop")
        let id = try await here.create(NewSession()).session.id
        let turn = try await here.beginNow("Hi", in: id)
        try await here.checkpoint(DraftAddition(textOffset: 0, text: "Hel"), of: turn)
        let neighbour = try world.program("neighbour")
        let history = try await here.history(of: id, .all)
        #expect(try await neighbour.recover(history).isEmpty)
        #expect(try await there.recover(history).isEmpty)
        try await world.outlastLease(of: id)
        #expect(try await neighbour.recover(history).isEmpty)
        #expect(
            try await here.finish(turn, with: .assistant("Hello!"), placement: .append).reply != nil
        )
    }

    @Test(arguments: StoreKind.allCases)
    func `A program elsewhere is gone when its lease has run out`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let there = try world.program("there", on: "laptop")
        let id = try await there.create(NewSession()).session.id
        let turn = try await there.beginNow("Hi", in: id)
        try await there.checkpoint(DraftAddition(textOffset: 0, text: "Hel"), of: turn)
        try await world.outlastLease(of: id)
        let here = try world.program("here")
        #expect(try await here.recover(try await here.history(of: id, .all)).count == 1)
        let late = try await there.finish(turn, with: .assistant("Hello!"), placement: .append)
        #expect(late == .overtaken)
        await #expect(throws: ChatError.turnLost) {
            try await there.checkpoint(DraftAddition(textOffset: 3, text: "lo"), of: turn)
        }
        #expect(try await here.said(in: id) == ["user: Hi", "assistant: Hel"])
    }

    @Test(arguments: StoreKind.allCases)
    func `A draft without text is removed`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let id = try await leaveDraft("", in: world)
        let next = try world.program("next")
        #expect(try await next.recover(try await next.history(of: id, .all)).isEmpty)
        let history = try await next.history(of: id, .all)
        #expect(history.drafts.isEmpty)
        #expect(history.messages.map(\.said) == ["user: Hi"])
    }

    @Test(arguments: StoreKind.allCases)
    func `A recovered reply that was overtaken goes into a branch`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let id = try await leaveDraft("Hel", in: world)
        let next = try world.program("next")
        try await next.say([.user("Psst")], in: id)
        let recovered = try await next.recover(try await next.history(of: id, .all))
        let branch = try #require(recovered.first?.branch)
        #expect(branch.parent == id)
        #expect(try await next.said(in: branch.id) == ["user: Hi", "assistant: Hel"])
        let history = try await next.history(of: id, .all)
        #expect(history.messages.map(\.said) == ["user: Hi", "user: Psst"])
        #expect(history.drafts.isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `The next turn does not wait for a dead program of this machine`(
        _ kind: StoreKind
    ) async throws {
        let world = try await World(kind)
        let id = try await leaveDraft("Hel", in: world)
        let turn = try await world.program("next").beginNow("Again", in: id)
        #expect(turn.question?.number == 2)
        let elsewhere = try world.program("elsewhere", on: "laptop")
        let request = TurnRequest(question: .user("Me too"), lastSeen: nil, model: "tiny")
        guard case .busy = try await elsewhere.begin(request, in: id) else {
            Issue.record("The lease was not taken over.")
            return
        }
    }

    @Test(arguments: StoreKind.allCases, [false, true])
    func `A draft that was to replace a reply does so`(
        _ kind: StoreKind, _ isContinued: Bool
    ) async throws {
        let world = try await World(kind)
        let store = try world.program("gone")
        let state: MessageState = isContinued ? .interrupted : .complete
        let made = try await store.create(
            NewSession(messages: [.user("Hi"), .assistant("Hel", state: state)]))
        let id = made.session.id
        let turn = try await store.beginNow(nil, in: id, lastSeen: made.messages[1].timestamp)
        try await store.checkpoint(DraftAddition(textOffset: 0, text: "Hello"), of: turn)
        world.kill("gone")
        let next = try world.program("next")
        let recovered = try await next.open(id, .last(0)).recovered
        #expect(try await next.said(in: id) == ["user: Hi", "assistant: Hello"])
        let timestamp = try #require(recovered.first?.message.timestamp)
        #expect((timestamp == made.messages[1].timestamp) == isContinued)
    }

    @Test(arguments: StoreKind.allCases, [MessageState.interrupted, .complete])
    func `A branch for a draft that was to replace a reply ends before that reply`(
        _ kind: StoreKind, _ state: MessageState
    ) async throws {
        let world = try await World(kind)
        let store = try world.program("gone")
        let made = try await store.create(
            NewSession(messages: [.user("Hi"), .assistant("Hel", state: state)]))
        let id = made.session.id
        let turn = try await store.beginNow(nil, in: id)
        try await store.checkpoint(DraftAddition(textOffset: 0, text: "Hello"), of: turn)
        world.kill("gone")
        let next = try world.program("next")
        try await next.say([.user("Psst")], in: id)
        let branch = try #require(try await next.open(id, .all).recovered.first?.branch)
        #expect(try await next.said(in: branch.id) == ["user: Hi", "assistant: Hello"])
        #expect(
            try await next.said(in: id) == ["user: Hi", "assistant: Hel", "user: Psst"])
    }

    private func leaveDraft(_ text: String, in world: World) async throws -> SessionID {
        let store = try world.program("gone")
        let id = try await store.create(NewSession()).session.id
        let turn = try await store.beginNow("Hi", in: id)
        try await store.checkpoint(DraftAddition(textOffset: 0, text: text), of: turn)
        world.kill("gone")
        return id
    }
}
