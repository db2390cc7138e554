import Chat
import Redis
import Search

/// Makes the vectors of one session, a few messages at a time.
///
/// Each step is written by itself and only if nobody else wrote meanwhile, so that one that is
/// broken off, or done by two programs at once, costs no more than its own work.
struct VectorWriter {
    /// How many passages are sent to the model at once.
    private static let batchSize = 16
    /// How many messages are read at once.
    private static let pageSize = 500

    private let store: RedisSessionStore
    private let model: String

    init(_ store: RedisSessionStore, _ model: String) {
        self.store = store
        self.model = model
    }

    /// Makes some vectors.
    ///
    /// - Parameters:
    ///   - id: The session.
    ///   - isAfresh: Whether vectors that there are already are left aside.
    ///   - embed: Makes the vectors of some texts.
    /// - Returns: Whether all messages of the session have theirs.
    /// - Throws: A failure of the store, or what `embed` throws.
    func step(
        _ id: SessionID, afresh isAfresh: Bool = false,
        _ embed: @Sendable ([String]) async throws -> [[Float]]
    ) async throws -> Bool {
        guard let probe = try await VectorProbe.read([id], of: model, in: store).first,
            !probe.isComplete
        else { return true }
        var batch = VectorBatch(model, size: Self.batchSize)
        let isGrowth = probe.isGrowth && !isAfresh
        if isGrowth, let header = probe.header {
            batch.header = header
        } else {
            batch.header.revision = probe.messages.revision
            if !isAfresh { batch.known = try await known(to: id) }
        }
        var start = batch.header.count
        while !batch.isFull, start < probe.messages.count {
            let page = try await page(of: id, from: start)
            guard !page.isEmpty else { break }
            batch.take(page)
            start += page.count
        }
        let vectors = try await vectors(of: batch, embed)
        guard let bytes = batch.bytes(vectors) else {
            // The model has changed under its name.
            return isAfresh ? true : try await step(id, afresh: true, embed)
        }
        return try await write(bytes, batch.header, over: probe, behind: isGrowth)
            && batch.header.count >= probe.messages.count
    }

    private func vectors(
        of batch: VectorBatch, _ embed: @Sendable ([String]) async throws -> [[Float]]
    ) async throws -> [[Float]] {
        guard !batch.texts.isEmpty else { return [] }
        let prefix = EmbeddingPrefixes.of(model).document
        let vectors = try await embed(batch.texts.map { prefix + $0 })
        try Task.checkCancellation()
        guard vectors.count == batch.texts.count else {
            throw RedisSessionsError.unexpectedReply("embed")
        }
        return vectors
    }

    /// The vectors that there are of messages of the session, its own and those of the session that
    /// it was branched off from.
    private func known(to id: SessionID) async throws -> KnownVectors {
        let parent = try await store.pool.execute(
            RedisCommand("HGET", [RedisArgument(store.keys.meta(id)), "parent"])
        ).optionalText().flatMap { SessionID($0) }
        let keys = [id, parent].compactMap(\.self).map(store.keys.vectors)
        let blobs = try await store.pool.pipeline(
            keys.map { RedisCommand("GET", [RedisArgument($0)]) }
        ).compactMap { VectorBlob((try? $0.bytes()) ?? [], of: model) }
        var known = KnownVectors()
        known.dimensions = blobs.first { $0.header.dimensions > 0 }?.header.dimensions ?? 0
        for blob in blobs where blob.header.dimensions == known.dimensions {
            known.passages.merge(blob.passages()) { one, _ in one }
        }
        return known
    }

    private func page(of id: SessionID, from start: Int) async throws -> [StoredEntry] {
        try StoredEntry.list(
            try await store.pool.execute(
                RedisCommand(
                    "ZRANGE",
                    [
                        RedisArgument(store.keys.messages(id)), RedisArgument(start),
                        RedisArgument(start + Self.pageSize - 1), "WITHSCORES",
                    ])))
    }

    /// Writes what was made.
    ///
    /// - Returns: Whether nobody else wrote meanwhile.
    private func write(
        _ bytes: [UInt8], _ header: VectorHeader, over probe: VectorProbe,
        behind isGrowth: Bool
    ) async throws -> Bool {
        do {
            return try await store.run(
                SessionScripts.vectors, on: probe.id, [],
                [
                    RedisArgument(probe.head), RedisArgument(probe.length),
                    RedisArgument(header.bytes), RedisArgument(bytes),
                    isGrowth ? "1" : "0",
                ]
            ).status == "written"
        } catch let error as ChatError where error == .sessionNotFound(probe.id) {
            return true
        }
    }
}
