import Chat
import RedisSessions
import Search
import TestSupport
import Testing

/// What the scan finds is what reading everything finds, whatever was done before, by whom.
@Suite struct SearchPropertyTests {
    private static let queries = [
        "redis", "redis token", "\"a token\"", "tok*", "café", "not:redis token", "role:assistant",
        "日本", "redis sort:best", "token in:all", "session:talk redis", "has:code",
    ]

    @Test(arguments: 1...6) func `The scan finds what reading everything finds`(
        seed: UInt64
    ) async throws {
        let world = try await RedisWorld()
        var changes = RandomChanges(world, seed: seed)
        for _ in 0..<12 {
            for _ in 0..<8 { try await changes.make() }
            let foundFirst = try await world.store.places("token")
            _ = try await world.store.reconcile()
            #expect(try await read("token", in: world.store) == foundFirst)
            for text in Self.queries {
                let found = try await world.store.places(text)
                let expected = try await read(text, in: world.store)
                #expect(found == expected, "\(text), seed \(seed)")
            }
        }
    }

    private func read(
        _ text: String, in store: RedisSessionStore
    ) async throws -> [SessionID: [Int]] {
        let query = try SearchQueryParser { _ in nil }.parse(text)
        let found = try await StoreScan(store).search(SearchRequest(query)).collected()
        return found.places
    }
}
