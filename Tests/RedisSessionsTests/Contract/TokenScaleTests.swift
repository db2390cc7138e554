import Chat
import TestSupport
import Testing

@Suite struct TokenScaleTests {
    @Test(arguments: StoreKind.allCases)
    func `What one program learns of a model, the next one knows`(_ kind: StoreKind) async throws {
        let world = try await World(kind)
        let first = try world.program()
        #expect(try await first.tokenScales().isEmpty)
        try await first.keep(tokenScales: [:])
        try await first.keep(tokenScales: ["tiny:latest": 1.25, "big:7b": 0.75])
        try await first.keep(tokenScales: ["tiny:latest": 1.5])
        #expect(
            try await world.program("second").tokenScales()
                == ["tiny:latest": 1.5, "big:7b": 0.75])
    }

    @Test func `They are in one hash under the namespace, and no number in it does harm`()
        async throws
    {
        let world = try await World(.redisUnderNamespace)
        let store = try world.program()
        try await store.keep(tokenScales: ["tiny:latest": 1.5])
        let server = try #require(world.server)
        try await server.redis("HSET", "alice:models:tokens", "big:7b", "many", "huge:1t", "nan")
        #expect(try await store.tokenScales() == ["tiny:latest": 1.5])
    }
}
