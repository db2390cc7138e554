import Chat
import Synchronization
import TestSupport
import Testing

@testable import Spool

@Suite struct OutageTests {
    private let world: SpoolWorld
    private let store: SpooledStore

    init() throws {
        world = try SpoolWorld()
        store = world.program()
    }

    private func conversation(_ model: ScriptedModel = ScriptedModel()) -> Conversation {
        Conversation(new: NewSession(model: "tiny:latest"), of: store, with: model)
    }

    @discardableResult
    private func run(_ kind: TurnKind, _ conversation: Conversation) async throws -> TurnOutcome {
        try await conversation.run(kind) { event in
            if case .news = event { Issue.record("Messages of this program are no news.") }
        }
    }

    private func comeBack() async {
        world.server.set(isAway: false)
        #expect(await world.waitUntilBack())
    }

    @Test func `Chatting goes on while the server is away, and all of it is stored later`()
        async throws
    {
        let model = ScriptedModel()
        let conversation = conversation(model)
        try await run(.send("Q1"), conversation)
        world.server.set(isAway: true)
        let outcome = try await run(.send("Q2"), conversation)
        #expect(outcome.state == .complete)
        #expect(outcome.storeFailure == nil)
        #expect(store.status.isAway)
        #expect(world.hasFile())
        #expect(try await world.contents() == ["Q1", "echo: Q1"])
        let id = try #require(await conversation.session).id
        #expect(try await store.history(of: id, .all).messages.count == 4)
        #expect(try await store.list(offset: 0, limit: 9).sessions.map(\.id) == [id])
        await comeBack()
        #expect(!store.status.isAway)
        #expect(await eventually { !world.hasFile() })
        #expect(try await world.contents() == ["Q1", "echo: Q1", "Q2", "echo: Q2"])
        try await run(.send("Q3"), conversation)
        #expect(
            model.requests.last?.messages.map(\.content)
                == ["Q1", "echo: Q1", "Q2", "echo: Q2", "Q3"])
        #expect(try await world.contents().count == 6)
        let stored = try await world.memory.history(of: id, .all).messages
        #expect(
            stored.map { $0.message?.saidAt != nil } == [false, false, true, true, false, false])
    }

    @Test func `A session can begin while the server is away`() async throws {
        world.server.set(isAway: true)
        let conversation = conversation()
        try await run(.send("Q1"), conversation)
        try await run(.send("Q2"), conversation)
        try await conversation.rename(to: "Renamed")
        await comeBack()
        #expect(try await world.contents() == ["Q1", "echo: Q1", "Q2", "echo: Q2"])
        #expect(try await world.memory.find("Renamed").count == 1)
    }

    @Test func `A server that goes in the middle of a reply loses nothing of it`() async throws {
        let conversation = conversation(ScriptedModel([.text("A1"), .text("A2")]))
        try await run(.send("Q1"), conversation)
        world.server.inject(.away, on: .finish)
        let outcome = try await run(.send("Q2"), conversation)
        #expect(outcome.reply?.message?.content == "A2")
        #expect(try await world.contents() == ["Q1", "A1", "Q2"])
        #expect(await world.waitUntilBack())
        #expect(try await world.contents() == ["Q1", "A1", "Q2", "A2"])
        let id = try #require(await conversation.session).id
        #expect(try await world.memory.history(of: id, .all).drafts.isEmpty)
    }

    @Test(arguments: [TurnKind.retry, .continue])
    func `A reply made while the server is away can be replaced, then and later`(
        kind: TurnKind
    ) async throws {
        let model = ScriptedModel([
            .events([.text("part")]), .events([.text(" of it")]), .text(" whole"),
        ])
        let conversation = conversation(model)
        world.server.set(isAway: true)
        try await run(.send("Q"), conversation)
        try await run(kind, conversation)
        await comeBack()
        let second = kind == .retry ? " of it" : "part of it"
        #expect(try await world.contents() == ["Q", second])
        try await run(kind, conversation)
        #expect(
            try await world.contents() == ["Q", kind == .retry ? " whole" : "part of it whole"])
    }

    @Test func `What was told is told again where its answer was lost, and counts once`()
        async throws
    {
        world.server.set(isAway: true)
        let conversation = conversation()
        try await run(.send("Q1"), conversation)
        try await run(.send("Q2"), conversation)
        for call in [FaultyStore.Call.create, .begin, .finish, .finish] {
            world.server.inject(.answerLost, on: call)
        }
        await comeBack()
        #expect(try await world.contents() == ["Q1", "echo: Q1", "Q2", "echo: Q2"])
    }

    @Test func `A session that was deleted meanwhile is kept in a file, and the others are stored`()
        async throws
    {
        let gone = conversation()
        try await run(.send("gone"), gone)
        let kept = conversation()
        try await run(.send("kept"), kept)
        world.server.set(isAway: true)
        try await run(.send("lost?"), gone)
        try await run(.send("stored"), kept)
        try await world.memory.delete(try #require(await gone.session).id)
        await comeBack()
        #expect(try await world.contents() == ["kept", "echo: kept", "stored", "echo: stored"])
        let reports = world.changes.compactMap { change in
            if case .kept(let count, let path, _) = change { (count, path) } else { nil }
        }
        #expect(reports.map(\.0) == [2])
        #expect(reports.first?.1.hasSuffix("run.spool.kept") == true)
        #expect(try world.folder.read("data/spool/run.spool.kept").contains("lost?"))
    }

    @Test func `A turn of another program is waited for`() async throws {
        let conversation = conversation()
        try await run(.send("Q1"), conversation)
        let id = try #require(await conversation.session).id
        world.server.set(isAway: true)
        try await run(.send("Q2"), conversation)
        let other = MemorySessionStore(
            sharing: world.memory,
            owner: TurnOwner(run: "o", machine: "o", host: "o", process: 1, startedAt: 1)
        ) { _ in true }
        let request = TurnRequest(question: .user("theirs"), lastSeen: nil, model: "m")
        guard case .begun(let turn) = try await other.begin(request, in: id) else {
            Issue.record("The session is not free.")
            return
        }
        let count = world.server.count(of: .begin)
        world.server.set(isAway: false)
        #expect(await eventually { world.server.count(of: .begin) >= count + 2 })
        #expect(store.status.isAway)
        _ = try await other.finish(turn, with: .assistant("answer"), placement: .append)
        #expect(await world.waitUntilBack())
        #expect(
            try await world.contents() == ["Q1", "echo: Q1", "theirs", "answer", "Q2", "echo: Q2"])
    }

    @Test func `A reply that arrives while the server comes back is stored whole`() async throws {
        world.server.set(isAway: true)
        let conversation = conversation()
        try await run(.send("Q1"), conversation)
        let id = try #require(await conversation.session).id
        let request = TurnRequest(question: .user("Q2"), lastSeen: nil, model: "tiny")
        guard case .begun(let turn) = try await store.begin(request, in: id) else {
            Issue.record("The session is not free.")
            return
        }
        try await store.checkpoint(DraftAddition(textOffset: 0, text: "first "), of: turn)
        await comeBack()
        try await store.checkpoint(DraftAddition(textOffset: 6, text: "second"), of: turn)
        let answer = try await store.finish(
            turn, with: .assistant("first second"), placement: .append)
        guard case .stored = answer else {
            Issue.record("The reply was taken for overtaken.")
            return
        }
        #expect(try await world.contents() == ["Q1", "echo: Q1", "Q2", "first second"])
    }
}
