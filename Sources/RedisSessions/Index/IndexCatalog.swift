import Chat
import Redis
import Search

/// Keeps what this program knows of the search index, and what has changed since.
actor IndexCatalog {
    private var signal: AsyncStream<Void>.Continuation?
    private let store: RedisSessionStore
    private var snapshot = IndexSnapshot()
    /// For each session in the dirt, when that was noted last.
    private var stamps: [SessionID: Int] = [:]
    private var clock = 0
    /// Whether a part of the index was found to be missing.
    private(set) var isDamaged = false
    private var loading: Task<Void, any Error>?

    init(_ store: RedisSessionStore) {
        self.store = store
    }

    /// Says from now on that there is something to be looked at, in place of what said so before.
    func signals() -> AsyncStream<Void> {
        let (signals, signal) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.signal = signal
        return signals
    }

    /// What is known, brought up to date with what other programs added to the index.
    ///
    /// - Returns: `nil` where there is no index.
    /// - Throws: A failure of the store.
    func current() async throws -> IndexSnapshot? {
        // One at a time, as each goes on where the one before it ended.
        let task = Task { [last = loading] in
            _ = try? await last?.value
            try await load()
        }
        loading = task
        try await task.value
        return snapshot.epoch.isEmpty ? nil : snapshot
    }

    /// Notes that sessions may have changed.
    func note(_ ids: some Sequence<SessionID>, _ dirt: Dirt) {
        clock += 1
        for id in ids {
            snapshot.dirt[id] = max(snapshot.dirt[id] ?? dirt, dirt)
            stamps[id] = clock
            signal?.yield()
        }
    }

    /// Whether every session was compared with its state, and all changes since are known.
    var isChecked: Bool { snapshot.isChecked }

    /// Notes whether every session was compared with its state, and all changes since are known.
    func note(isChecked: Bool) {
        snapshot.isChecked = isChecked
        if !isChecked { signal?.yield() }
    }

    /// Some of the sessions that have to be looked at, with the stamps to give to ``settle(_:_:since:)``.
    func dirty(_ count: Int) -> [DirtySession] {
        snapshot.dirt.prefix(count).map {
            DirtySession(id: $0.key, dirt: $0.value, stamp: stamps[$0.key] ?? 0)
        }
    }

    /// How many sessions have to be looked at.
    var dirtyCount: Int { snapshot.dirt.count }

    /// Takes the state of a session, which is clean unless it changed again meanwhile.
    ///
    /// - Parameters:
    ///   - id: The session.
    ///   - state: How far it is indexed.
    ///   - stamp: When it was found in the dirt; `nil` leaves it there.
    func settle(_ id: SessionID, _ state: IndexState?, since stamp: Int?) {
        snapshot.set(state, of: id)
        guard let stamp, stamps[id] == stamp else { return }
        snapshot.dirt[id] = nil
        stamps[id] = nil
    }

    /// Notes that a part of the index is missing, so that it is made anew.
    func noteDamage() {
        isDamaged = true
        signal?.yield()
    }

    /// Takes the rows away of messages that are not there any more.
    func forget(_ documents: [UInt32]) {
        for document in documents { snapshot.table.set(nil, of: document) }
    }

    private func load() async throws {
        let keys = store.keys.index
        let meta = try await store.pool.execute(
            RedisCommand("HMGET", [RedisArgument(keys.meta), "epoch", "documents"])
        ).array()
        guard meta.count == 2, let epoch = try meta[0].optionalText() else {
            forget(epoch: "")
            return
        }
        if epoch != snapshot.epoch {
            forget(epoch: epoch)
            try await loadStates()
        }
        let next = try meta[1].optionalText().flatMap { UInt32($0) } ?? 1
        try await loadRows(to: next)
    }

    private func forget(epoch: String) {
        guard epoch != snapshot.epoch else { return }
        let dirt = Set(snapshot.dirt.keys).union(snapshot.states.keys)
        let wasChecked = snapshot.isChecked
        snapshot = IndexSnapshot()
        snapshot.epoch = epoch
        isDamaged = false
        snapshot.isChecked = wasChecked
        note(dirt, .suspect)
    }

    private func loadStates() async throws {
        var cursor: String? = "0"
        while let place = cursor {
            let reply = try await store.pool.execute(
                RedisCommand(
                    "HSCAN",
                    [
                        RedisArgument(store.keys.index.sessions), RedisArgument(place), "COUNT",
                        "2000",
                    ])
            ).array()
            guard reply.count == 2 else { throw RedisSessionsError.unexpectedReply("hscan") }
            let fields = try reply[1].array()
            for index in stride(from: 0, to: fields.count - 1, by: 2) {
                guard let id = SessionID(try fields[index].text()) else { continue }
                snapshot.set(IndexState(try fields[index + 1].text()), of: id)
            }
            let next = try reply[0].text()
            cursor = next == "0" ? nil : next
        }
    }

    private func loadRows(to next: UInt32) async throws {
        guard next > snapshot.nextDocument else { return }
        let pages = Array(
            DocumentTable.page(of: snapshot.nextDocument)...DocumentTable.page(of: next - 1))
        for some in stride(from: 0, to: pages.count, by: 16).map({ pages[$0...].prefix(16) }) {
            let replies = try await store.pool.pipeline(
                some.map {
                    RedisCommand("GET", [RedisArgument(store.keys.index.documents(page: $0))])
                })
            for (page, reply) in zip(some, replies) {
                if case .bytes(let bytes) = reply { snapshot.table.set(page: page, bytes) }
            }
        }
        snapshot.nextDocument = next
        snapshot.measure()
    }
}
