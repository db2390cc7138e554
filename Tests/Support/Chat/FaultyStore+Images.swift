package import Chat

extension FaultyStore {
    package func images(
        _ digests: Set<String>, of id: SessionID
    ) async throws -> [String: [UInt8]] {
        try await calling(.other) { _ in try await store.images(digests, of: id) }
    }
}
