import Chat
import Redis
import Search

/// Reads messages batch by batch along a route, each session from its end.
///
/// The first batches are small, so that the first hits come at once; the later ones are as large as
/// a few megabytes.
actor ScanPlanner {
    /// How many messages the first batch has, and any at the most.
    private static let batchSizes = 100...4_000
    /// As many bytes are read at once as fit, going by the batches before.
    private static let targetBytes = 4 << 20

    private let request: SearchRequest
    private let store: RedisSessionStore
    private var route: any ScanRoute
    private var parts: ArraySlice<ScanPart> = []
    private var skipped: Set<SessionID> = []
    private var found = 0
    private var batchSize = batchSizes.lowerBound

    init(_ request: SearchRequest, along route: any ScanRoute, in store: RedisSessionStore) {
        self.request = request
        self.store = store
        self.route = route
    }

    /// Takes note of how many hits were found, and leaves out what was not read yet of some sessions.
    func note(found: Int, without sessions: Set<SessionID>) {
        self.found = found
        skipped = sessions
    }

    /// The next messages, or `nil` when everything was read.
    func nextBatch() async throws -> ScanBatch? {
        while true {
            try Task.checkCancellation()
            let parts = takeParts()
            guard parts.isEmpty else { return try await read(parts) }
            guard try await plan() else { return nil }
        }
    }

    private func takeParts() -> [ScanPart] {
        var taken: [ScanPart] = []
        var left = batchSize
        while left > 0, let part = parts.popFirst() {
            guard !skipped.contains(part.id) else { continue }
            taken.append(part)
            left -= part.count
        }
        return taken
    }

    private func read(_ parts: [ScanPart]) async throws -> ScanBatch {
        let replies = try await store.pool.pipeline(
            parts.map { part in
                RedisCommand(
                    "ZRANGE", [RedisArgument(store.keys.messages(part.id))] + part.place)
            })
        var bytes = 0
        var count = 0
        var read: [(id: SessionID, members: [[UInt8]])] = []
        for (part, reply) in zip(parts, replies) {
            // A key of another kind under the name of a session hides that one only.
            if case .error(let text) = reply, text.hasPrefix("WRONGTYPE") { continue }
            let members = try reply.orThrow().array().map { try $0.bytes() }
            bytes += members.reduce(0) { $0 + $1.count }
            count += members.count
            read.append((part.id, members))
        }
        let fitting = Self.targetBytes / max(1, bytes / max(1, count))
        batchSize = min(batchSize * 3, max(1, fitting), Self.batchSizes.upperBound)
        return ScanBatch(parts: read)
    }

    /// Plans the reading of some more sessions.
    ///
    /// - Returns: Whether there were any.
    private func plan() async throws -> Bool {
        var route = route
        route.note(found: found)
        let targets = try await route.next(min(batchSize, 500))
        self.route = route
        guard !targets.isEmpty else { return false }
        let wanted = try await named(targets)
        var ranks = try await store.pool.pipeline(wanted.flatMap(ranks))[...]
        for target in wanted {
            switch target.part {
            case .moments(let moments):
                parts += moments.filter(request.query.admits).sorted(by: >)
                    .map { ScanPart(id: target.id, place: .moment($0)) }
            case .ranks(let start):
                let ends = ranks.prefix(2).map { try? $0.integer() }
                ranks = ranks.dropFirst(2)
                // Of a key of another kind there is nothing to read.
                guard let first = ends[0], let end = ends[1], max(first, start) < end else {
                    continue
                }
                parts += ScanPart.parts(
                    of: target.id, max(first, start)..<end, size: Self.batchSizes.upperBound / 2)
            }
        }
        return true
    }

    /// The commands that tell where the messages of the time that is asked for begin and end.
    private func ranks(of target: ScanTarget) -> [RedisCommand] {
        guard case .ranks = target.part else { return [] }
        let key = RedisArgument(store.keys.messages(target.id))
        func count(before limit: String) -> RedisCommand {
            RedisCommand("ZCOUNT", [key, "-inf", RedisArgument(limit)])
        }
        return [
            count(before: request.query.since.map { "(\($0.text)" } ?? "(-inf"),
            count(before: request.query.before.map { "(\($0.text)" } ?? "+inf"),
        ]
    }

    /// Those sessions whose names are looked for.
    private func named(_ targets: [ScanTarget]) async throws -> [ScanTarget] {
        guard request.query.session != nil else { return targets }
        let names = try await store.pool.pipeline(
            targets.map { RedisCommand("HGET", [RedisArgument(store.keys.meta($0.id)), "name"]) })
        return zip(targets, names).filter { _, name in
            request.query.admits(sessionName: (try? name.optionalText()) ?? nil)
        }.map(\.0)
    }
}
