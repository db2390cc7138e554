import Chat
import Redis
public import Search

/// Finds messages by what they mean, with vectors that lie beside the messages of each session.
///
/// They live and expire with their session. Like an index they hold nothing that could be shown:
/// each message that is found is read from its session.
public struct VectorIndex: Recalling {
    private let store: RedisSessionStore
    private let queue: VectorQueue

    /// Makes a search.
    ///
    /// - Parameter store: Where the sessions are.
    public init(of store: RedisSessionStore) {
        self.store = store
        queue = VectorQueue(store)
    }

    /// Finds messages that are like a question.
    public func recall(
        _ question: [Float], of model: String, _ request: SearchRequest
    ) async throws -> [SessionHits] {
        guard let question = QuestionVector(question) else { return [] }
        return try await VectorSearch(request, in: store).hits(of: question, model)
    }

    /// Reads the headers of all vectors.
    public func vectorStatus(of model: String) async throws -> VectorStatus {
        var status = VectorStatus(covered: 0, messages: 0, bytes: 0)
        var cursor = SessionCursor(in: store, only: nil)
        while case let ids = try await cursor.ids(VectorProbe.batchSize), !ids.isEmpty {
            let replies = try await store.pool.pipeline(
                ids.flatMap { id in
                    VectorProbe.commands(id, store.keys)
                        + [RedisCommand("ZCARD", [RedisArgument(store.keys.messages(id))])]
                })
            for start in stride(from: 0, to: replies.count, by: 3) {
                let header = VectorHeader((try? replies[start].bytes()) ?? [])
                let count = (try? replies[start + 2].integer()) ?? 0
                status.messages += count
                if let header, header.model == model { status.covered += min(header.count, count) }
                status.bytes += (try? replies[start + 1].integer()) ?? 0
            }
        }
        return status
    }

    /// Makes the vectors of some messages of one session, the one used last first.
    public func makeVectors(
        of model: String, _ embed: @Sendable ([String]) async throws -> [[Float]]
    ) async throws -> Bool {
        guard let id = try await queue.next(model) else { return false }
        let isDone = try await VectorWriter(store, model).step(id, embed)
        if isDone { await queue.finish(id) }
        return await queue.isWaiting
    }

    /// Removes the vectors of all sessions, those in the trash among them.
    public func removeVectors() async throws {
        var cursor = SessionCursor(in: store, only: nil)
        while case let ids = try await cursor.ids(VectorProbe.batchSize), !ids.isEmpty {
            try await remove(ids.map(store.keys.vectors))
        }
        let trashed = try await store.pool.execute(
            RedisCommand("ZRANGE", [RedisArgument(store.keys.trashed), "0", "-1"])
        ).array().compactMap { SessionID(try $0.text()) }
        try await remove(trashed.map { store.keys.trash(store.keys.vectors($0)) })
        await queue.begin()
    }

    private func remove(_ keys: [RedisKey]) async throws {
        guard !keys.isEmpty else { return }
        _ = try await store.pool.execute(
            RedisCommand("UNLINK", keys.map { RedisArgument($0) }))
    }
}
