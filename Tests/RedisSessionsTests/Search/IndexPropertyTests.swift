import Chat
import Search
import TestSupport
import Testing

@testable import RedisSessions

/// What is found by way of the index is what reading everything finds, whatever was done before.
@Suite struct IndexPropertyTests {
    private static let queries = [
        "redis", "redis token", "\"a token\"", "tok*", "t*", "café", "not:redis token",
        "role:assistant token", "日本", "redis sort:best", "token in:all", "session:talk redis",
        "has:code code", "tokne", "don't",
    ]

    @Test(arguments: 1...4) func `Whoever watches finds what reading everything finds`(
        seed: UInt64
    ) async throws {
        let world = try await RedisWorld()
        var changes = RandomChanges(world, seed: seed)
        let index = SearchIndex(of: world.store, use: .on)
        let keeping = Task { await index.keep() }
        defer { keeping.cancel() }
        try #require(await eventually { await index.isChecked })
        for _ in 0..<8 {
            for _ in 0..<8 { try await changes.make() }
            _ = try await world.store.reconcile()
            for text in Self.queries {
                let expected = try await places(text, StoreScan(world.store))
                let isFound = try await eventually {
                    try await places(text, index) == expected
                }
                #expect(isFound, "\(text), seed \(seed)")
            }
        }
        #expect(try await eventually { try await index.indexStatus()?.sessionsBehind == 0 })
        try await compare(index, world.store, "seed \(seed)")
    }

    @Test(arguments: 11...14) func `Whoever compares first finds what reading everything finds`(
        seed: UInt64
    ) async throws {
        let world = try await RedisWorld()
        var changes = RandomChanges(world, seed: seed, editsInPlace: false)
        let index = SearchIndex(of: world.store, use: .on)
        for round in 0..<8 {
            for _ in 0..<8 { try await changes.make() }
            if round == 0 { try await index.reindex { _, _ in } }
            // Another program may index what this one has not seen yet.
            if round % 3 == 2 { _ = try await SearchIndex(of: world.store, use: .on).settle() }
            _ = try await index.settle()
            try await compare(index, world.store, "seed \(seed), round \(round)")
        }
    }

    private func compare(
        _ index: SearchIndex, _ store: RedisSessionStore, _ context: String
    ) async throws {
        _ = try await store.reconcile()
        for text in Self.queries {
            let found = try await places(text, index)
            let expected = try await places(text, StoreScan(store))
            #expect(found == expected, "\(text), \(context)")
        }
    }

    private func places(
        _ text: String, _ search: any MessageSearch
    ) async throws -> [SessionID: [Int]] {
        var query = try SearchQueryParser { _ in nil }.parse(text)
        if text == "tokne" { query = query.near ?? query }
        return try await search.search(SearchRequest(query)).collected().places
            .mapValues { $0.sorted() }
    }
}
