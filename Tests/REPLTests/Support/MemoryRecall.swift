import Chat
import Search
import Synchronization
import TestSupport

/// Vectors kept in memory, of the messages of a store.
final class MemoryRecall: Recalling {
    private let store: MemorySessionStore
    private let vectors: StubVector
    private let isRemoved = Mutex(false)
    private let covered: Int?

    init(_ store: MemorySessionStore, _ vectors: StubVector, covered: Int? = nil) {
        self.store = store
        self.vectors = vectors
        self.covered = covered
    }

    var wasRemoved: Bool { isRemoved.withLock { $0 } }

    func recall(
        _ question: [Float], of model: String, _ request: SearchRequest
    ) async throws -> [SessionHits] {
        var groups: [SessionHits] = []
        for session in try await store.list(offset: 0, limit: 100).sessions {
            let history = try await store.history(of: session.id, .all)
            let hits = history.messages.enumerated().map { index, stored in
                let vector = vectors.of(stored.message?.content ?? "")
                let likeness = zip(vector, question).reduce(0) { $0 + $1.0 * $1.1 }
                return SearchHit(
                    message: stored, index: index, match: .of(passage: 0), score: Double(likeness))
            }
            groups.append(SessionHits(session: session, hits: hits.filter { $0.score > 0.1 }))
        }
        return RankFusion.fuse([groups], limit: request.limit)
    }

    func vectorStatus(of model: String) async throws -> VectorStatus {
        VectorStatus(covered: covered ?? 4, messages: 4, bytes: 2048)
    }

    func makeVectors(
        of model: String, _ embed: @concurrent @Sendable ([String]) async throws -> [[Float]]
    ) async throws -> Bool { false }

    func removeVectors() async throws { isRemoved.withLock { $0 = true } }
}
