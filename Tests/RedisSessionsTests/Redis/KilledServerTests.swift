import Chat
import Redis
import RedisSessions
import TestSupport
import Testing

/// A server that is killed in the middle of a script which changes a long session.
@Suite struct KilledServerTests {
    /// What a session is made of, as it lies in the server.
    private struct Contents: Equatable {
        var messages: [String]
        var shelf: [String]
        var meta: [String: String]
    }

    private static let count = 3_000
    private static let kept = 10
    private static let rounds = 5

    /// A server that keeps its data as the private one does, with a long session.
    private func world() async throws -> (RedisWorld, Session) {
        let world = try await RedisWorld(
            appendOnly: true,
            parameters: ["--appendfsync", "always", "--aof-use-rdb-preamble", "no"])
        let start = Timestamp(microseconds: 1_600_000_000_000_000)
        let copy = SessionCopy(
            id: .random(), name: "Long", createdAt: start,
            messages: (0..<Self.count).map {
                .init(.user("message \($0)"), at: start.advanced(byMicroseconds: Int64($0)))
            })
        _ = try await world.store.insert(copy)
        return (world, try await world.store.history(of: copy.id, .last(0)).session)
    }

    private func contents(_ id: SessionID, _ world: RedisWorld) async throws -> Contents {
        let key = "session:\(id)"
        let fields = try await world.texts("HGETALL", "\(key):meta")
        let pairs = stride(from: 0, to: fields.count, by: 2).map { (fields[$0], fields[$0 + 1]) }
        return Contents(
            messages: try await world.texts("ZRANGE", "\(key):messages", "0", "-1", "WITHSCORES"),
            shelf: try await world.texts("LRANGE", "\(key):shelf", "0", "-1"),
            meta: Dictionary(pairs) { $1 })
    }

    /// Kills the server at a moment of work, and starts it again when the work has ended.
    ///
    /// The moments of the rounds go from where the script may begin to somewhat behind the usual
    /// end of the work, each at random in its part.
    private func kill(
        _ world: RedisWorld, in round: Int, of usual: Duration,
        _ work: @escaping @Sendable (RedisSessionStore) async throws -> Void
    ) async throws {
        // A store of its own, so that nobody repeats the work behind the restart.
        let store = try RedisSessionStore(pool: RedisPool(world.server.address))
        try await store.connect()
        let task = Task { try await work(store) }
        let moment = 0.4 + (Double(round) + .random(in: 0..<1)) / Double(Self.rounds) * 0.9
        try await Task.sleep(for: usual * moment)
        world.server.kill()
        _ = await task.result
        await store.close()
        try await world.server.start()
    }

    @Test func `Of a prune all is done or nothing`() async throws {
        let (world, session) = try await world()
        let messages = try await world.store.history(of: session.id, .all).messages
        let removal = MessageRemoval(of: messages.dropLast(Self.kept), as: .prune)
        func copy() async throws -> SessionID {
            let branch = NewBranch(of: session.id, through: nil, name: nil)
            return try await world.store.branch(branch).session.id
        }
        let clock = ContinuousClock()
        let measured = try await copy()
        let usual = try await clock.measure {
            _ = try await world.store.remove(removal, from: measured)
        }
        let left = try await contents(measured, world)
        #expect(left.messages.count == Self.kept * 2)
        for round in 0..<Self.rounds {
            let id = try await copy()
            let before = try await contents(id, world)
            try await kill(world, in: round, of: usual) { store in
                _ = try await store.remove(removal, from: id)
            }
            let after = try await contents(id, world)
            guard after != before else { continue }
            #expect(after.messages == left.messages)
            #expect(after.shelf.count == 1)
            #expect(after.meta["pruned"] == "\(Self.count - Self.kept)")
            #expect(after.meta["message_count"] == "\(Self.kept)")
            let shelf = try await world.store.shelf(of: id)
            #expect(shelf.first?.messages.map(\.member) == removal.messages.map(\.member))
        }
    }

    @Test func `Of a branch all is there or nothing`() async throws {
        let (world, session) = try await world()
        let before = try await contents(session.id, world)
        func branch(_ id: SessionID) -> NewBranch {
            NewBranch(id: id, of: session.id, through: nil, name: "Side", adding: [.user("more")])
        }
        let usual = try await ContinuousClock().measure {
            _ = try await world.store.branch(branch(.random()))
        }
        for round in 0..<Self.rounds {
            let id = SessionID.random()
            let made = branch(id)
            try await kill(world, in: round, of: usual) { _ = try await $0.branch(made) }
            #expect(try await contents(session.id, world) == before)
            let after = try await contents(id, world)
            guard !after.messages.isEmpty else {
                #expect(try await world.texts("KEYS", "session:\(id):*").isEmpty)
                continue
            }
            #expect(after.messages.prefix(Self.count * 2) == before.messages[...])
            #expect(after.messages.count == (Self.count + 1) * 2)
            #expect(after.meta["message_count"] == "\(Self.count + 1)")
            #expect(after.meta["parent"] == session.id.text)
            // What was not done can be done again, and what was done is not done twice.
            #expect(try await world.store.branch(made).session.messageCount == Self.count + 1)
        }
    }
}
