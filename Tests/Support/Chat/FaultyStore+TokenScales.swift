import Chat

extension FaultyStore {
    package func tokenScales() async throws -> [String: Double] {
        try await calling(.other) { _ in try await store.tokenScales() }
    }

    package func keep(tokenScales: [String: Double]) async throws {
        try await calling(.other) { _ in try await store.keep(tokenScales: tokenScales) }
    }
}
