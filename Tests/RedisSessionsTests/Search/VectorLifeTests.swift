import Chat
import Redis
import Search
import TestSupport
import Testing

@testable import RedisSessions

/// What becomes of vectors when their session changes, goes or comes back.
@Suite struct VectorLifeTests {
    private let model = "embed:latest"
    private let vectors = StubVector()

    private func world(timeToLive: TimeToLive? = nil) async throws -> (
        RedisWorld, VectorIndex, SessionID
    ) {
        let world = try await RedisWorld(timeToLive: timeToLive)
        let id = try await world.store.create("cars", "my car is broken", "call a garage")
        let index = VectorIndex(of: world.store)
        try await make(index)
        return (world, index, id)
    }

    private func make(_ index: VectorIndex) async throws {
        while try await index.makeVectors(of: model, { $0.map(vectors.of) }) {}
    }

    @Test func `They expire with their session, and do not keep it alive`() async throws {
        let (world, index, id) = try await world(timeToLive: .seconds(1000))
        let key = "session:\(id):vec"
        func deadlines() async throws -> [Int] {
            var deadlines: [Int] = []
            for name in [key, "session:\(id):messages"] {
                deadlines.append(try await world.number("PEXPIRETIME", name))
            }
            return deadlines
        }
        let first = try await deadlines()
        #expect(first[0] == first[1] && first[0] > 0)
        try await world.store.say([.user("more")], in: id)
        let second = try await deadlines()
        #expect(second[0] == second[1] && second[1] >= first[1])
        try await make(index)
        #expect(try await deadlines() == second)
        _ = try await world.store.change(id, [.timeToLive(.forever)])
        #expect(try await deadlines() == [-1, -1])
    }

    @Test func `They go to the trash with their session, and come back with it`() async throws {
        let (world, index, id) = try await world()
        try await world.store.delete(id)
        #expect(try await world.texts("KEYS", "session:*").isEmpty)
        #expect(try await world.number("TTL", "trash:\(id):vec") > 0)
        _ = try await world.store.undelete(id)
        #expect(try await world.number("TTL", "session:\(id):vec") == -1)
        #expect(try await index.vectorStatus(of: model).covered == 2)
    }

    @Test func `Nothing of them is left of a session that is purged, wherever it was`() async throws
    {
        let (world, index, id) = try await world()
        let other = try await world.store.create("more", "another car")
        try await make(index)
        try await world.store.purge(id)
        try await world.store.delete(other)
        try await world.store.purge(other)
        #expect(try await world.texts("KEYS", "*vec*").isEmpty)
    }

    @Test func `A session that is purged while its vectors are made gets none`() async throws {
        let (world, index, id) = try await world()
        try await world.store.say([.user("more")], in: id)
        _ = try await index.makeVectors(of: model) { texts in
            try await world.store.purge(id)
            return texts.map(vectors.of)
        }
        #expect(try await world.texts("KEYS", "*vec*").isEmpty)
        try await make(index)
    }

    @Test func `They are removed when that is wanted, also in the trash`() async throws {
        let (world, index, id) = try await world()
        _ = try await world.store.create("more", "another car")
        try await make(index)
        try await world.store.delete(id)
        try await index.removeVectors()
        #expect(try await world.texts("KEYS", "*vec*").isEmpty)
        try await make(index)
        #expect(try await world.texts("KEYS", "*vec*").count == 1)
    }

    @Test func `Two programs at once leave each message one vector`() async throws {
        let (world, _, id) = try await world()
        for number in 0..<60 {
            try await world.store.say([.user("message \(number)")], in: id)
        }
        try await withThrowingTaskGroup { group in
            for _ in 0..<3 {
                group.addTask { try await make(VectorIndex(of: world.store)) }
            }
            try await group.waitForAll()
        }
        let bytes = try await world.store.pool.execute(
            RedisCommand("GET", [RedisArgument(world.store.keys.vectors(id))])
        ).bytes()
        let blob = try #require(VectorBlob(bytes, of: model))
        #expect(blob.header.count == 62)
        #expect(blob.passages().count == 62)
        #expect(Set(blob.passages().values.map(\.count)).count == 1)
    }

    @Test func `What is broken off goes on where it was`() async throws {
        struct Away: Error {}
        let (world, index, id) = try await world()
        try await world.store.say((0..<40).map { .user("message \($0)") }, in: id)
        #expect(try await index.makeVectors(of: model) { $0.map(vectors.of) })
        await #expect(throws: Away.self) {
            _ = try await index.makeVectors(of: model) { _ in throw Away() }
        }
        #expect(try await index.vectorStatus(of: model).covered == 18)
        try await make(index)
        #expect(try await index.vectorStatus(of: model).covered == 42)
    }
}
