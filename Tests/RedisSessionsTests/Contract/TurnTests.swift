import Chat
import Testing

@Suite struct TurnTests {
    @Test(arguments: StoreKind.allCases)
    func `A turn stores its question at once and its reply behind it`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let made = try await store.createConversation()
        let id = made.session.id
        let turn = try await store.beginNow("Hi", in: id, lastSeen: made.messages.last?.timestamp)
        #expect(turn.question?.number == 3)
        #expect(turn.anchor == turn.question?.timestamp)
        #expect(turn.news.isEmpty)
        #expect(turn.messageCount == 3)
        #expect(turn.revision == made.session.revision)
        let open = try await store.history(of: id, .all)
        #expect(open.messages.last == turn.question)
        #expect(open.drafts.mapValues(\.run) == [turn.turn: "first"])
        try await store.checkpoint(DraftAddition(textOffset: 0, text: "Hel"), of: turn)
        let reply = Message.assistant("Hello!")
        let answer = try await store.finish(turn, with: reply, placement: .append)
        let closed = try await store.history(of: id, .all)
        #expect(closed.messages.last == answer.reply)
        #expect(answer.reply?.number == 4)
        #expect(closed.drafts.isEmpty)
        #expect(try await store.finish(turn, with: reply, placement: .append) == answer)
        #expect(try await store.history(of: id, .all) == closed)
    }

    @Test(arguments: StoreKind.allCases)
    func `A turn that begins again has one effect`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = try await store.createConversation().session.id
        let turn = TurnID.random()
        let first = try await store.beginNow("Hi", in: id, turn: turn)
        #expect(try await store.beginNow("Hi", in: id, turn: turn) == first)
        #expect(try await store.said(in: id).count == 3)
    }

    @Test(arguments: StoreKind.allCases)
    func `One turn runs at a time`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let first = try world.program("first")
        let second = try world.program("second", on: "laptop")
        let id = try await first.createConversation().session.id
        let turn = try await first.beginNow("Hi", in: id)
        let request = TurnRequest(question: .user("Me too"), lastSeen: nil, model: "tiny")
        guard case .busy(let owner) = try await second.begin(request, in: id) else {
            Issue.record("Two turns run at once.")
            return
        }
        #expect(owner.run == "first")
        #expect(owner.description == "desk:1")
        #expect(try await first.said(in: id).count == 3)
        _ = try await first.finish(turn, with: .assistant("Hello!"), placement: .append)
        guard case .begun = try await second.begin(request, in: id) else {
            Issue.record("The lease was not given back.")
            return
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `What others said meanwhile is news`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let first = try world.program("first")
        let made = try await first.createConversation()
        let id = made.session.id
        let other = try await world.program("second").append(
            [.user("Psst"), .assistant("What?")], to: id, operation: .random())
        let turn = try await first.beginNow("Hi", in: id, lastSeen: made.messages.last?.timestamp)
        #expect(turn.news == other)
        #expect(turn.messageCount == 5)
        try await first.abandon(turn)
        let again = try await first.beginNow(nil, in: id, lastSeen: other.last?.timestamp)
        #expect(again.news == [turn.question])
        #expect(again.question == nil)
        #expect(again.anchor == turn.question?.timestamp)
    }

    @Test(arguments: StoreKind.allCases)
    func `An abandoned turn leaves its question only`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = try await store.create(NewSession()).session.id
        let turn = try await store.beginNow("Hi", in: id)
        try await store.abandon(turn)
        try await store.abandon(turn)
        let history = try await store.history(of: id, .all)
        #expect(history.messages.map(\.said) == ["user: Hi"])
        #expect(history.drafts.isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `A reply whose draft is gone is stored unless others went on`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let id = try await store.create(NewSession()).session.id
        let first = try await store.beginNow("Hi", in: id)
        try await store.abandon(first)
        let answer = try await store.finish(
            first, with: .assistant("Hello!"), placement: .append)
        #expect(answer.reply?.number == 2)
        let again = try await store.finish(first, with: .assistant("Hello!"), placement: .append)
        #expect(again == answer)
        let second = try await store.beginNow("More", in: id)
        try await store.abandon(second)
        try await store.say([.user("Psst")], in: id)
        let late = try await store.finish(second, with: .assistant("Late"), placement: .append)
        #expect(late == .overtaken)
        #expect(
            try await store.said(in: id) == [
                "user: Hi", "assistant: Hello!", "user: More", "user: Psst",
            ])
    }

    @Test(arguments: StoreKind.allCases)
    func `A draft takes each piece once and in order`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let store = try world.program()
        let id = try await store.create(NewSession()).session.id
        let turn = try await store.beginNow("Hi", in: id)
        let pieces = [
            DraftAddition(textOffset: 0, text: "Grüße", thinkingOffset: 0, thinking: "Hm"),
            DraftAddition(textOffset: 0, text: "Grüße", thinkingOffset: 0, thinking: "Hm"),
            DraftAddition(textOffset: 7, text: ""),
            DraftAddition(textOffset: 7, text: "!", thinkingOffset: 2, thinking: "."),
            DraftAddition(textOffset: 4, text: "ße! Na", thinkingOffset: 1, thinking: "m."),
            DraftAddition(textOffset: 11, text: "?", thinkingOffset: 0, thinking: "Hm.."),
        ]
        for piece in pieces { try await store.checkpoint(piece, of: turn) }
        await #expect(throws: ChatError.draftOutOfStep) {
            try await store.checkpoint(DraftAddition(textOffset: 13, text: "xxx"), of: turn)
        }
        world.kill("first")
        let next = try world.program("second")
        let recovered = try await next.recover(try await next.history(of: id, .all))
        #expect(recovered.map(\.message.message?.content) == ["Grüße! Na?"])
        #expect(recovered.map(\.message.message?.thinking) == ["Hm.."])
    }

    @Test(arguments: StoreKind.allCases)
    func `A retried reply goes behind and the old one away`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let made = try await store.createConversation()
        let old = made.messages[1]
        let turn = try await store.beginNow(nil, in: made.session.id, lastSeen: old.timestamp)
        let answer = try await store.finish(
            turn, with: .assistant("Therefore."), placement: .instead(of: old))
        let history = try await store.history(of: made.session.id, .all)
        #expect(history.messages.map(\.said) == ["user: Why?", "assistant: Therefore."])
        #expect(history.messages.last == answer.reply)
        #expect(try #require(answer.reply?.timestamp) > old.timestamp)
        #expect(history.session.revision - 1 == turn.revision)
        #expect(history.session.messageCount == 2)
    }

    @Test(arguments: StoreKind.allCases)
    func `A continued reply takes the place of the shorter one`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let made = try await store.create(
            NewSession(messages: [.user("Why?"), .assistant("Be", state: .interrupted)]))
        let old = made.messages[1]
        let turn = try await store.beginNow(nil, in: made.session.id, lastSeen: old.timestamp)
        let answer = try await store.finish(
            turn, with: .assistant("Because."), placement: .inPlace(of: old))
        let history = try await store.history(of: made.session.id, .all)
        #expect(history.messages.last == answer.reply)
        #expect(answer.reply?.timestamp == old.timestamp)
        #expect(history.messages.map(\.said) == ["user: Why?", "assistant: Because."])
        #expect(history.session.revision - 1 == turn.revision)
    }

    @Test(arguments: StoreKind.allCases)
    func `A reply that others overtook is not stored and its draft stays`(
        _ kind: StoreKind
    ) async throws {
        let world = try await World(kind)
        let store = try world.program()
        let made = try await store.createConversation()
        let id = made.session.id
        let turn = try await store.beginNow("Hi", in: id)
        try await world.program("second").say([.user("Psst")], in: id)
        let answer = try await store.finish(turn, with: .assistant("Hello!"), placement: .append)
        #expect(answer == .overtaken)
        let history = try await store.history(of: id, .all)
        #expect(history.messages.last?.said == "user: Psst")
        #expect(history.drafts.keys.map(\.self) == [turn.turn])
        let replaced = try await store.finish(
            turn, with: .assistant("Hello!"), placement: .instead(of: made.messages[1]))
        #expect(replaced == .overtaken)
    }
}
