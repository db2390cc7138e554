import Chat
import TestSupport
import Testing

@testable import Spool

/// A server that comes and goes in the middle of things.
@Suite struct FlappingTests {
    private let world: SpoolWorld
    private let store: SpooledStore

    init() throws {
        world = try SpoolWorld()
        store = world.program()
    }

    private func comeBack() async {
        world.server.set(isAway: false)
        #expect(await eventually { !store.status.isAway })
        #expect(await eventually { !world.hasFile() })
    }

    private func leave() async throws {
        world.server.set(isAway: true)
        _ = try? await store.find("nothing")
        #expect(store.status.isAway)
    }

    private func piece(_ text: String, at offset: Int) -> DraftAddition {
        DraftAddition(textOffset: offset, text: text)
    }

    @Test func `A reply whose server comes and goes again is stored whole`() async throws {
        let id = try await store.create(NewSession(messages: [.system("S")])).session.id
        try await leave()
        let turn = try await store.begin("Q", in: id)
        try await store.checkpoint(piece("first ", at: 0), of: turn)
        await comeBack()
        try await leave()
        try await store.checkpoint(piece("second", at: 6), of: turn)
        let answer = try await store.finish(
            turn, with: .assistant("first second"), placement: .append)
        guard case .stored = answer else {
            Issue.record("The reply was taken for overtaken.")
            return
        }
        await comeBack()
        #expect(try await world.contents() == ["S", "Q", "first second"])
    }

    @Test func `A program that dies when the server has gone again leaves the whole reply`()
        async throws
    {
        let id = try await store.create(NewSession(messages: [.system("S")])).session.id
        try await leave()
        let turn = try await store.begin("Q", in: id)
        try await store.checkpoint(piece("first ", at: 0), of: turn)
        await comeBack()
        try await leave()
        try await store.checkpoint(piece("second", at: 6), of: turn)
        let left = try world.folder.read("data/spool/run.spool")
        try world.folder.write(left, to: "data/spool/dead.spool")
        await store.close()
        world.server.set(isAway: false)
        #expect(await world.program("next").replayAbandoned() == 1)
        #expect(try await world.contents() == ["S", "Q", "first second"])
    }

    @Test(arguments: [TurnKind.retry, .continue])
    func `A reply can be replaced while another one waits`(kind: TurnKind) async throws {
        let model = ScriptedModel([.events([.text("part")]), .text(" whole")])
        let conversation = Conversation(
            new: NewSession(model: "tiny:latest"), of: store, with: model)
        let other = try await world.memory.create(name: "Other")
        _ = try await store.history(of: other.id, .all)
        try await leave()
        _ = try await conversation.run(.send("Q")) { _ in }
        _ = try await store.begin("waits", in: other.id)
        let neighbour = MemorySessionStore(
            sharing: world.memory,
            owner: TurnOwner(run: "o", machine: "o", host: "o", process: 1, startedAt: 1)
        ) { _ in true }
        _ = try await neighbour.begin("theirs", in: other.id)
        let count = world.server.count(of: .begin)
        world.server.set(isAway: false)
        #expect(await eventually { world.server.count(of: .begin) >= count + 2 })
        let outcome = try await conversation.run(kind) { _ in }
        #expect(outcome.reply?.message?.content == (kind == .retry ? " whole" : "part whole"))
    }

    @Test func `Nothing is dropped that comes in while messages are put aside`() async throws {
        let id = try await store.create(name: "S").id
        _ = try await store.history(of: id, .all)
        try await leave()
        _ = try await store.change(id, [.name("first")])
        try await world.memory.delete(id)
        world.server.set(isAway: false)
        var taken = 1
        while store.status.isAway {
            // A burst, then a pause in which the store can be back.
            if taken % 50 == 0 { try await Task.sleep(for: .milliseconds(5)) }
            if (try? await store.change(id, [.name("more")])) != nil { taken += 1 }
        }
        let kept = try world.folder.read("data/spool/run.spool.kept")
        #expect(kept.split(separator: "\n").count { $0.contains("\"kind\":\"change\"") } == taken)
    }

    @Test func `What was told is known even where the server goes right behind it`() async throws {
        let id = try await store.create(NewSession(messages: [.system("S")])).session.id
        try await leave()
        try await store.chat("Q", "A", in: id)
        world.server.inject(.away, on: .history)
        await comeBack()
        try await leave()
        #expect(try await store.history(of: id, .all).messages.count == 3)
    }

    @Test func `A session whose system prompt was set stays readable`() async throws {
        let id = try await store.create(NewSession(messages: [.user("Q")])).session.id
        try await store.setSystemPrompt("S", of: id)
        try await leave()
        let contents = try await store.history(of: id, .all).messages.compactMap(\.message?.content)
        #expect(contents == ["S", "Q"])
    }

    @Test func `A recovered reply stays readable`() async throws {
        let id = try await store.create(NewSession(messages: [.user("Q")])).session.id
        let dead = MemorySessionStore(
            sharing: world.memory,
            owner: TurnOwner(run: "o", machine: "memory", host: "o", process: 1, startedAt: 1)
        ) { _ in true }
        let turn = try await dead.begin(nil, in: id)
        try await dead.checkpoint(piece("part", at: 0), of: turn)
        let program = SpooledStore(
            MemorySessionStore(
                sharing: world.memory,
                owner: TurnOwner(run: "n", machine: "memory", host: "n", process: 2, startedAt: 1)
            ) { $0.run != "o" }, spool: world.spool("n"), owner: turn.owner
        ) { _ in }
        let history = try await program.history(of: id, .all)
        #expect(try await program.recover(history).count == 1)
        #expect(await program.seen.sessions[id]?.messages.count == 2)
    }

    @Test func `A session in which somebody else is in a turn holds no other back`() async throws {
        let busy = try await store.create(NewSession(messages: [.system("busy")])).session.id
        let free = try await store.create(NewSession(messages: [.system("free")])).session.id
        try await leave()
        for id in [busy, free] { try await store.chat("Q", "A", in: id) }
        let neighbour = MemorySessionStore(
            sharing: world.memory,
            owner: TurnOwner(run: "o", machine: "o", host: "o", process: 1, startedAt: 1)
        ) { _ in true }
        let turn = try await neighbour.begin(nil, in: busy)
        world.server.set(isAway: false)
        #expect(
            try await eventually {
                try await world.memory.history(of: free, .all).messages.count == 3
            })
        #expect(store.status.isAway)
        #expect(try await world.memory.history(of: busy, .all).messages.count == 1)
        try await neighbour.abandon(turn)
        #expect(await eventually { !store.status.isAway })
        #expect(try await world.memory.history(of: busy, .all).messages.count == 3)
    }

    @Test func `A draft that has lost its end is made whole`() async throws {
        let id = try await store.create(NewSession(messages: [.system("S")])).session.id
        let turn = try await store.begin("Q", in: id)
        world.server.inject(.forgotten, on: .checkpoint)
        try await store.checkpoint(piece("first ", at: 0), of: turn)
        try await store.checkpoint(piece("second", at: 6), of: turn)
        let program = MemorySessionStore(
            sharing: world.memory,
            owner: TurnOwner(run: "n", machine: "memory", host: "n", process: 2, startedAt: 1)
        ) { _ in false }
        _ = try await program.recover(try await program.history(of: id, .all))
        #expect(try await world.contents() == ["S", "Q", "first second"])
    }
}
