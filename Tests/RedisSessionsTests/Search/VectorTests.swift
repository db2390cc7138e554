import Chat
import Redis
import Search
import Synchronization
import TestSupport
import Testing

@testable import RedisSessions

@Suite struct VectorTests {
    private let model = "embed:latest"
    private let vectors = StubVector(synonyms: ["automobile": "car", "physician": "doctor"])

    /// Makes all the vectors that are missing, and gives the texts that they were made of.
    @discardableResult
    private func make(_ index: VectorIndex, _ model: String = "embed:latest") async throws
        -> [String]
    {
        let texts = Mutex<[String]>([])
        while try await index.makeVectors(
            of: model,
            { some in
                texts.withLock { $0 += some }
                return some.map(vectors.of)
            })
        {}
        return texts.withLock { $0 }
    }

    private func found(
        _ text: String, _ index: VectorIndex, _ query: SearchQuery = SearchQuery(),
        limit: Int? = 3
    ) async throws -> [String] {
        try await index.recall(
            vectors.of(text), of: model, SearchRequest(query, limit: limit)
        ).flatMap(\.hits).compactMap { $0.message.message?.content }
    }

    private func world() async throws -> (RedisWorld, VectorIndex, [SessionID]) {
        let world = try await RedisWorld()
        let ids = [
            try await world.store.create("cars", "my car is broken", "call a garage"),
            try await world.store.create("health", "a doctor for my knee", "go to a clinic"),
        ]
        return (world, VectorIndex(of: world.store), ids)
    }

    @Test func `A question in other words finds what means the same`() async throws {
        let (world, index, _) = try await world()
        let texts = try await make(index)
        #expect(
            Set(texts) == [
                "my car is broken", "call a garage", "a doctor for my knee", "go to a clinic",
            ])
        #expect(try await found("automobile broken", index).first == "my car is broken")
        #expect(try await found("physician knee", index).first == "a doctor for my knee")
        #expect(try await make(index).isEmpty)
        withExtendedLifetime(world) {}
    }

    @Test func `Only new messages are read, and the status tells how far it is`() async throws {
        let (world, index, ids) = try await world()
        #expect(try await index.vectorStatus(of: model).covered == 0)
        try await make(index)
        try await world.store.say([.user("and a wheel"), .assistant("  ")], in: ids[0])
        let behind = try await index.vectorStatus(of: model)
        #expect(behind.covered == 4 && behind.messages == 6)
        #expect(try await make(index) == ["and a wheel"])
        let status = try await index.vectorStatus(of: model)
        #expect(status.covered == 6 && status.messages == 6 && status.bytes > 5 * 64)
        #expect(try await found("wheel", index).first == "and a wheel")
    }

    @Test func `Models want their words before a text`() async throws {
        let (world, index, _) = try await world()
        let texts = try await make(index, "nomic-embed-text:latest")
        #expect(texts.allSatisfy { $0.hasPrefix("search_document: ") })
        withExtendedLifetime(world) {}
    }

    @Test func `Another model makes all vectors anew, and they are never mixed`() async throws {
        let (world, index, _) = try await world()
        try await make(index)
        #expect(try await make(index, "other:latest").count == 4)
        #expect(try await found("automobile broken", index).isEmpty)
        #expect(try await index.vectorStatus(of: model).covered == 0)
        #expect(try await make(index).count == 4)
        #expect(try await found("automobile broken", index).first == "my car is broken")
        withExtendedLifetime(world) {}
    }

    @Test func `A shape that is not known, and what is no string, are made anew or passed over`()
        async throws
    {
        let (world, index, ids) = try await world()
        try await world.server.redis("SET", "session:\(ids[0]):vec", "vec\u{7f}and so on")
        try await world.server.redis("LPUSH", "session:\(ids[1]):vec", "x")
        #expect(try await found("car", index).isEmpty)
        #expect(try await make(index).count == 2)
        #expect(try await found("car", index).first == "my car is broken")
    }

    @Test func `A branch takes the vectors of its parent, and is not listed beside it`()
        async throws
    {
        let (world, index, ids) = try await world()
        try await make(index)
        let branch = try await world.store.branch(NewBranch(of: ids[0])).session
        try await world.store.say([.user("it is an old car")], in: branch.id)
        #expect(try await make(index) == ["it is an old car"])
        let hits = try await index.recall(
            vectors.of("broken car"), of: model, SearchRequest(SearchQuery(), limit: 9))
        let places = hits.flatMap { group in
            group.hits.map { "\(group.session.id) \($0.message.message?.content ?? "")" }
        }
        #expect(places.first == "\(ids[0]) my car is broken")
        #expect(places.count { $0.hasSuffix("my car is broken") } == 1)
        #expect(places.contains("\(branch.id) it is an old car"))
    }

    @Test func `Vectors of what is no longer there find nothing`() async throws {
        let (world, index, ids) = try await world()
        try await make(index)
        try await world.server.redis("ZREMRANGEBYRANK", "session:\(ids[0]):messages", "0", "0")
        #expect(try await !found("broken car", index).contains("my car is broken"))
        try await world.store.say([.user("new")], in: ids[0])
        #expect(try await make(index) == ["new"])
        let status = try await index.vectorStatus(of: model)
        #expect(status.covered == status.messages)
    }

    @Test func `Filters hold`() async throws {
        let (world, index, ids) = try await world()
        try await make(index)
        #expect(
            try await Set(found("car", index, SearchQuery(role: .assistant)))
                == ["call a garage", "go to a clinic"])
        #expect(
            try await found("car", index, SearchQuery(session: WildcardPattern("health"))).count
                == 2)
        let request = SearchRequest(SearchQuery(), in: [ids[1]], limit: 9)
        let only = try await index.recall(vectors.of("car"), of: model, request)
        #expect(only.map(\.session.id) == [ids[1]])
        #expect(try await found("car", index, limit: 1).count == 1)
        withExtendedLifetime(world) {}
    }
}
