import Redis

/// Measures how large the index is.
struct IndexSize {
    /// How many keys are asked for at once.
    private static let batchSize = 1000

    private let store: RedisSessionStore

    init(_ store: RedisSessionStore) {
        self.store = store
    }

    /// Counts the terms, and the bytes of all keys.
    func measure() async throws -> (terms: Int, bytes: Int) {
        var (terms, bytes) = (0, 0)
        var cursor: String? = "0"
        while let place = cursor {
            let (names, next) = try await store.keyNames(
                matching: store.keys.index.everything, from: place, looking: Self.batchSize)
            let keys = try names.map { RedisKey(try $0.text()) }
            for reply in try await store.pool.pipeline(
                keys.map { RedisCommand("MEMORY", ["USAGE", RedisArgument($0)]) })
            {
                bytes += (try? reply.integer()) ?? 0
            }
            let buckets = keys.filter { $0.text.hasPrefix(store.keys.index.bucketPrefix) }
            for reply in try await store.pool.pipeline(
                buckets.map { RedisCommand("HLEN", [RedisArgument($0)]) })
            {
                terms += try reply.integer()
            }
            cursor = next
        }
        return (terms, bytes)
    }
}
