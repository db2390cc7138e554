import Chat
import PlatformFoundation
import TestSupport
import Testing

@testable import Spool

@Suite struct AbandonedSpoolTests {
    private let world: SpoolWorld
    private let at = WallClock.now()
    private let owner = TurnOwner(
        run: "dead", machine: "memory", host: "desk", process: 9, startedAt: 1)

    init() throws {
        world = try SpoolWorld()
    }

    private func leave(_ entries: [SpoolEntry], run: String = "dead") async throws {
        let spool = world.spool(run)
        for entry in entries { try await spool.append(entry) }
    }

    private func entries(_ id: SessionID, asking question: String) -> [SpoolEntry] {
        let turn = TurnID.random()
        let begun = SpoolEntry.Turn(id: turn, anchor: at, owner: owner)
        return [
            SpoolEntry(
                id, at: at,
                .begin(
                    TurnRequest(turn: turn, question: .user(question), lastSeen: nil, model: "m"))),
            SpoolEntry(id, at: at, .draft(begun, DraftAddition(textOffset: 0, text: "Hel"))),
            SpoolEntry(id, at: at, .draft(begun, DraftAddition(textOffset: 3, text: "lo"))),
        ]
    }

    @Test func `What a killed program left is stored by the next one`() async throws {
        let new = NewSession(name: "New", messages: [.user("Q1")])
        let begun = SpoolEntry.Turn(id: .random(), anchor: at, owner: owner)
        try await leave(
            [
                SpoolEntry(new.id, at: at, .create(new)),
                SpoolEntry(
                    new.id, at: at,
                    .begin(TurnRequest(turn: begun.id, question: nil, lastSeen: nil, model: "m"))),
                SpoolEntry(
                    new.id, at: at, .finish(begun, .assistant("A1"), .append, sessionName: "New")),
            ] + entries(new.id, asking: "Q2"))
        #expect(await world.program("next").replayAbandoned() == 4)
        #expect(try await world.contents() == ["Q1", "A1", "Q2", "Hello"])
        let messages = try await world.memory.history(of: new.id, .all).messages
        #expect(messages.last?.message?.state == .interrupted)
        #expect(messages.last?.message?.model == "m")
        #expect(!world.hasFile("dead"))
        #expect(await world.program("third").replayAbandoned() == 0)
    }

    @Test func `The spool of a program that runs is left to it`() async throws {
        let session = try await world.memory.create(name: "S")
        let spool = world.spool("alive")
        for entry in entries(session.id, asking: "Q") { try await spool.append(entry) }
        #expect(await world.program("next").replayAbandoned() == 0)
        #expect(world.hasFile("alive"))
        await spool.clear()
    }

    @Test func `A spool for another store is left for that`() async throws {
        let other = Spool(in: world.spoolFolder, for: "redis://laptop", run: "other")
        let id = SessionID.random()
        for entry in entries(id, asking: "Q") { try await other.append(entry) }
        #expect(await world.program("next").replayAbandoned() == 0)
        #expect(world.hasFile("other"))
        await other.clear()
    }

    @Test func `A spool of a later version is left for that`() async throws {
        let session = try await world.memory.create(name: "S")
        try await leave(entries(session.id, asking: "Q"))
        var header = SpoolHeader(store: "redis://desk")
        header.version = 2
        let line = String(decoding: try SpoolFormat.line(header), as: UTF8.self)
        try world.folder.write(line, to: "data/spool/later.spool")
        #expect(await world.program("next").replayAbandoned() == 2)
        #expect(!world.hasFile("dead"))
        #expect(world.hasFile("later"))
    }

    @Test func `A spool stays while the server is away`() async throws {
        let session = try await world.memory.create(name: "S")
        try await leave(entries(session.id, asking: "Q"))
        world.server.set(isAway: true)
        #expect(await world.program("next").replayAbandoned() == 0)
        #expect(world.hasFile("dead"))
        world.server.set(isAway: false)
        #expect(await world.program("next").replayAbandoned() == 2)
        #expect(try await world.contents() == ["Q", "Hello"])
    }

    @Test func `What ended programs left is told when the server is back`() async throws {
        let store = world.program("next")
        let id = try await store.create(NewSession(messages: [.system("S")])).session.id
        try await leave(Array(entries(id, asking: "left").prefix(1)))
        world.server.set(isAway: true)
        #expect(await store.replayAbandoned() == 0)
        _ = try? await store.find("nothing")
        world.server.set(isAway: false)
        #expect(await eventually { !world.hasFile("dead") })
        #expect(try await world.contents() == ["S", "left"])
    }

    @Test func `Turns of a session that was deleted are kept and told`() async throws {
        try await leave(entries(.random(), asking: "precious"))
        let program = world.program("next")
        #expect(await program.replayAbandoned() == 0)
        #expect(!world.hasFile("dead"))
        let kept = world.spoolFolder.waiting()
        #expect(kept.map(\.isRefused) == [true])
        #expect(kept.first?.store == "redis://desk")
        #expect(kept.first?.messages.map(\.message.content) == ["precious", "Hello"])
        #expect(kept.first?.messages.first?.message.saidAt == at)
        #expect(
            world.changes.contains { change in
                if case .kept(messages: 2, _, _) = change { true } else { false }
            })
        #expect(await world.program("third").replayAbandoned() == 0)
    }

    @Test func `A reply that was gone on with when its program died is there once`() async throws {
        let new = NewSession(name: "New", messages: [.user("Q")])
        let part = Message.assistant("part", state: .failed)
        let first = SpoolEntry.Turn(id: .random(), anchor: at, owner: owner)
        let later = at.advanced(byMicroseconds: 9)
        let second = SpoolEntry.Turn(id: .random(), anchor: later, owner: owner)
        try await leave([
            SpoolEntry(new.id, at: at, .create(new)),
            SpoolEntry(
                new.id, at: at,
                .begin(TurnRequest(turn: first.id, question: nil, lastSeen: nil, model: "m"))),
            SpoolEntry(new.id, at: later, .finish(first, part, .append, sessionName: "New")),
            SpoolEntry(
                new.id, at: later,
                .begin(TurnRequest(turn: second.id, question: nil, lastSeen: nil, model: "m"))),
            SpoolEntry(
                new.id, at: later, .draft(second, DraftAddition(textOffset: 0, text: "part of"))),
        ])
        await world.program("next").replayAbandoned()
        #expect(try await world.contents() == ["Q", "part of"])
    }

    @Test func `A reply to a session that was deleted is kept and told`() async throws {
        let drafts = entries(.random(), asking: "Q").dropFirst()
        try await leave(Array(drafts))
        await world.program("next").replayAbandoned()
        #expect(!world.hasFile("dead"))
        #expect(world.spoolFolder.waiting().first?.messages.map(\.message.content) == ["Hello"])
    }

    @Test func `Only this user can read a spool`() async throws {
        try await leave(entries(.random(), asking: "Q"))
        #expect(permissions(of: "data/spool/dead.spool") == 0o600)
        #expect(permissions(of: "data/spool") == 0o700)
    }

    private func permissions(of name: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: world.folder.file(name))
        return attributes?[.posixPermissions] as? Int
    }
}
