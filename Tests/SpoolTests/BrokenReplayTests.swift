import Chat
import TestSupport
import Testing

@testable import Spool

/// Replays that break off, of files that are not whole.
@Suite struct BrokenReplayTests {
    private let world: SpoolWorld
    private let at = WallClock.now()
    private let owner = TurnOwner(
        run: "dead", machine: "memory", host: "desk", process: 9, startedAt: 1)

    init() throws {
        world = try SpoolWorld()
    }

    private func turns(_ questions: [String], in id: SessionID) -> [SpoolEntry] {
        questions.enumerated().flatMap { number, question in
            let at = at.advanced(byMicroseconds: Int64(number) * 10)
            let turn = SpoolEntry.Turn(id: .random(), anchor: at, owner: owner)
            let request = TurnRequest(
                turn: turn.id, question: .user(question), lastSeen: nil, model: "m")
            let end = at.advanced(byMicroseconds: 1)
            return [
                SpoolEntry(id, at: at, .begin(request)),
                SpoolEntry(
                    id, at: end, .finish(turn, .assistant("A"), .append, sessionName: "S")),
            ]
        }
    }

    private func leave(_ entries: [SpoolEntry]) async throws {
        let spool = world.spool("dead")
        for entry in entries { try await spool.append(entry) }
    }

    @Test(arguments: 0..<6)
    func `A replay that breaks off goes on where it did, and tells nothing twice`(
        after calls: Int
    ) async throws {
        let id = try await world.memory.create(name: "S").id
        try await leave(turns(["Q1", "Q2", "Q3"], in: id))
        world.server.breakOff(after: calls)
        #expect(await world.program("next").replayAbandoned() == calls)
        #expect(world.hasFile("dead"))
        #expect(world.spoolFolder.waiting().flatMap(\.messages).count == 6 - calls)
        world.server.set(isAway: false)
        #expect(await world.program("third").replayAbandoned() == 6 - calls)
        #expect(try await world.contents() == ["Q1", "A", "Q2", "A", "Q3", "A"])
        #expect(!world.hasFile("dead"))
        // The call that failed is the one that is made twice.
        #expect(world.server.count(of: .begin) + world.server.count(of: .finish) == 7)
    }

    @Test func `A program that dies while it tells leaves what it did not tell`() async throws {
        let store = world.program("dead")
        let id = try await store.create(NewSession(messages: [.system("S")])).session.id
        world.server.set(isAway: true)
        for question in ["Q1", "Q2"] { try await store.chat(question, "A", in: id) }
        // The list and three of the four.
        world.server.breakOff(after: 4)
        world.server.set(isAway: false)
        #expect(await eventually { world.server.count(of: .finish) == 2 })
        try world.folder.write(
            try world.folder.read("data/spool/dead.spool"), to: "data/spool/copy.spool")
        #expect(world.spoolFolder.waiting().first?.messages.map(\.message.content) == ["A"])
        world.server.set(isAway: false)
        #expect(await world.program("next").replayAbandoned() == 1)
        #expect(try await world.contents() == ["S", "Q1", "A", "Q2", "A"])
    }

    @Test func `A file of which a line cannot be read is kept, and the rest is stored`()
        async throws
    {
        let id = try await world.memory.create(name: "S").id
        try await leave(turns(["Q1", "Q2"], in: id))
        let file = try world.folder.read("data/spool/dead.spool")
        let damaged = file.replacing(#""content":"Q1""#, with: #""content":"Q?""#)
        try world.folder.write(damaged, to: "data/spool/dead.spool")
        await world.program("next").replayAbandoned()
        #expect(try await world.contents().contains("Q2"))
        #expect(!world.hasFile("dead"))
        #expect(try world.folder.read("data/spool/dead.spool.damaged").hasPrefix(damaged))
        #expect(
            world.changes.contains { change in
                if case .damaged(lines: 1, _) = change { true } else { false }
            })
    }

    @Test func `What is noted behind a piece of a line is read`() async throws {
        let id = try await world.memory.create(name: "S").id
        try await leave(turns(["Q1", "Q2"], in: id))
        let file = try world.folder.read("data/spool/dead.spool")
        try world.folder.write(file + "123 deadbeef {", to: "data/spool/dead.spool")
        world.server.breakOff(after: 3)
        #expect(await world.program("next").replayAbandoned() == 3)
        world.server.set(isAway: false)
        #expect(await world.program("third").replayAbandoned() == 1)
        #expect(!world.hasFile("dead"))
        #expect(!world.changes.contains { if case .damaged = $0 { true } else { false } })
    }
}
