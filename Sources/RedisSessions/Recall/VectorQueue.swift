import Chat
import Redis
import Search

/// Knows the sessions that have messages without vectors.
///
/// All are compared once, and from then on those that were used since.
actor VectorQueue {
    private let store: RedisSessionStore
    private var model: String?
    private var waiting: [SessionID] = []
    private var checked = Timestamp(microseconds: 0)

    init(_ store: RedisSessionStore) {
        self.store = store
    }

    /// Compares all sessions the next time.
    func begin() {
        model = nil
        waiting = []
    }

    /// Whether there are such sessions.
    var isWaiting: Bool { !waiting.isEmpty }

    /// Takes a session off.
    func finish(_ id: SessionID) { waiting.removeAll { $0 == id } }

    /// A session with messages that have no vectors of a model, the one used last first.
    func next(_ model: String) async throws -> SessionID? {
        if self.model != model {
            waiting = []
            checked = Timestamp(microseconds: 0)
            try await check(SessionCursor(in: store, only: nil), model)
            self.model = model
        } else if waiting.isEmpty {
            try await check(SessionCursor(in: store, only: try await used()), model)
        }
        return waiting.first
    }

    private func check(_ cursor: SessionCursor, _ model: String) async throws {
        var cursor = cursor
        let now = try await newest()
        while case let ids = try await cursor.ids(VectorProbe.batchSize), !ids.isEmpty {
            try Task.checkCancellation()
            waiting += try await VectorProbe.read(ids, of: model, in: store)
                .filter { !$0.isComplete }.map(\.id)
        }
        checked = now
    }

    /// The sessions that were used since the last look, and in the moment of it.
    private func used() async throws -> [SessionID] {
        try await store.pool.execute(
            RedisCommand(
                "ZRANGE",
                [
                    RedisArgument(store.keys.activity), "+inf", RedisArgument(checked.text),
                    "BYSCORE", "REV",
                ])
        ).array().compactMap { SessionID(try $0.text()) }
    }

    /// When a session was used last.
    private func newest() async throws -> Timestamp {
        let fields = try await store.pool.execute(
            RedisCommand(
                "ZRANGE",
                [RedisArgument(store.keys.activity), "0", "0", "REV", "WITHSCORES"])
        ).array()
        return Timestamp(score: Double(try fields.last?.text() ?? "") ?? 0)
    }
}
