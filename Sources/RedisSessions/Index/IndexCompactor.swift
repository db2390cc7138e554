import Chat
import Redis
import Search

/// Takes out of the index what points at messages that are not there any more.
///
/// It goes from bucket to bucket; one that it breaks off at is begun anew the next time.
struct IndexCompactor {
    /// It is worth it from so many messages on, and from such a share of all.
    private static let leastDead = 5000
    private static let share = 0.2
    /// About how many bytes one script puts in place of others.
    private static let scriptBytes = 1 << 20
    private static let scriptTerms = 200
    private static let bucketsPerStep = 50

    private let store: RedisSessionStore
    private let catalog: IndexCatalog

    init(_ store: RedisSessionStore, _ catalog: IndexCatalog) {
        self.store = store
        self.catalog = catalog
    }

    /// Does it where enough has gathered.
    func runIfNeeded() async throws {
        let dead = try await deadCount()
        guard let count = try await catalog.current()?.count,
            dead >= max(Self.leastDead, Int(Double(count) * Self.share))
        else { return }
        try await run()
    }

    /// Does it now.
    ///
    /// - Returns: Whether it was done; it is not where another program writes the index.
    @discardableResult
    func run() async throws -> Bool {
        guard let lease = try await IndexLease.take(in: store) else { return false }
        do {
            let dead = try await deadCount()
            guard dead > 0 else {
                await lease.giveBack()
                return true
            }
            let table = try await readTable()
            for name in try await bucketNames() {
                try await compact(name, table, lease)
            }
            try await removeEmptyPages(table)
            _ = try await store.pool.execute(
                RedisCommand(
                    "HINCRBY",
                    [RedisArgument(store.keys.index.meta), "dead", RedisArgument(-dead)]))
            await lease.giveBack()
            return true
        } catch {
            await lease.giveBack()
            throw error
        }
    }

    private func deadCount() async throws -> Int {
        try await store.pool.execute(
            RedisCommand("HGET", [RedisArgument(store.keys.index.meta), "dead"])
        ).optionalText().flatMap { Int($0) } ?? 0
    }

    /// The rows as they are in the store, as other programs may have taken some away.
    private func readTable() async throws -> DocumentTable {
        var table = DocumentTable()
        guard let snapshot = try await catalog.current() else { return table }
        let last = DocumentTable.page(of: snapshot.nextDocument)
        for start in stride(from: 0, through: last, by: 16) {
            let pages = start..<min(last + 1, start + 16)
            let replies = try await store.pool.pipeline(
                pages.map {
                    RedisCommand("GET", [RedisArgument(store.keys.index.documents(page: $0))])
                })
            for (page, reply) in zip(pages, replies) {
                if case .bytes(let bytes) = reply { table.set(page: page, bytes) }
            }
        }
        return table
    }

    private func bucketNames() async throws -> [[UInt8]] {
        try await store.pool.execute(
            RedisCommand("ZRANGE", [RedisArgument(store.keys.index.buckets), "0", "-1"])
        ).array().map { try $0.bytes() }
    }

    private func compact(_ name: [UInt8], _ table: DocumentTable, _ lease: IndexLease) async throws
    {
        try Task.checkCancellation()
        let fields = try await store.pool.execute(
            RedisCommand("HGETALL", [RedisArgument(store.keys.index.bucket(named: name))])
        ).array()
        var changes: [Change] = []
        var size = 0
        for index in stride(from: 0, to: fields.count - 1, by: 2) {
            let field = try fields[index].bytes()
            let change = try await change(
                of: name + field, field, try fields[index + 1].bytes(), table)
            guard let change else { continue }
            changes.append(change)
            size += change.own.count
            if size > Self.scriptBytes || changes.count >= Self.scriptTerms {
                try await write(changes, lease)
                (changes, size) = ([], 0)
            }
        }
        try await write(changes, lease)
    }

    private struct Change {
        let term: [UInt8]
        let field: [UInt8]
        let before: [UInt8]
        let after: [UInt8]
        let own: [UInt8]
    }

    /// What is left of a term; `nil` where that is all of it.
    private func change(
        of term: [UInt8], _ field: [UInt8], _ value: [UInt8], _ table: DocumentTable
    ) async throws -> Change? {
        let entry = try IndexReader.Entry(value)
        let postings =
            entry.isApart
            ? Postings(
                try await store.pool.execute(
                    RedisCommand("GET", [RedisArgument(store.keys.index.postings(term))])
                ).bytes())
            : entry.postings
        let live = postings.filter { table[$0] != nil }
        guard live.count < postings.count else { return nil }
        let (after, own) = IndexReader.Entry.make(live, after: entry)
        return Change(term: term, field: field, before: value, after: after, own: own)
    }

    private func write(_ changes: [Change], _ lease: IndexLease) async throws {
        guard !changes.isEmpty else { return }
        let keys = store.keys.index
        let changed = try await store.pool.run(
            IndexScripts.replace,
            keys: [keys.lease, keys.buckets]
                + changes.flatMap { [keys.bucket(of: $0.term), keys.postings($0.term)] },
            arguments: [lease.token, RedisArgument(keys.bucketPrefix.utf8.count)]
                + changes.flatMap { change in
                    [change.field, change.before, change.after, change.own]
                        .map { RedisArgument($0) }
                })
        guard try changed.integer() >= 0 else { throw IndexFailure.lostLease }
        try await lease.keep()
    }

    private func removeEmptyPages(_ table: DocumentTable) async throws {
        var live: Set<Int> = []
        table.forEach { document, _ in live.insert(DocumentTable.page(of: document)) }
        let empty = table.pageNumbers.dropLast().filter { !live.contains($0) }
        guard !empty.isEmpty else { return }
        _ = try await store.pool.execute(
            RedisCommand(
                "UNLINK",
                empty.map { RedisArgument(store.keys.index.documents(page: $0)) }))
    }
}
