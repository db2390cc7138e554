import Chat
import Redis
import Search

/// What goes into the index in one go: rows of messages and postings of their terms.
struct IndexBatch {
    /// How many terms one script takes, so that it keeps no other program waiting for long.
    private static let termsPerScript = 400
    private static let scriptsAtOnce = 2
    /// How many scripts run before the lease is kept for longer.
    private static let scriptsPerLease = 20

    private let first: UInt32
    private var rows: [DocumentTable.Row] = []
    private var departures: [UInt32] = []
    private var terms: [[UInt8]] = []
    private var postings: [Postings] = []

    /// Puts a batch together.
    ///
    /// - Parameters:
    ///   - updates: What has to be done.
    ///   - first: The number of the first message.
    init(_ updates: [IndexUpdate], first: UInt32) {
        self.first = first
        departures = updates.flatMap(\.departures)
        var counter = TermCounter()
        var document = first
        for update in updates {
            guard let number = update.after?.number else { continue }
            for arrival in update.arrivals {
                let (counts, words) = counter.count(arrival.content)
                rows.append(
                    DocumentTable.Row(
                        session: number, print: DocumentTable.print(of: arrival.member),
                        timestamp: arrival.timestamp, length: LengthClass.of(words)))
                while postings.count < counter.termCount { postings.append(Postings()) }
                for count in counts {
                    postings[count.term].append(document, Frequency(count.occurrences))
                }
                document += 1
            }
        }
        terms = (0..<counter.termCount).map { counter.term($0) }
    }

    /// Writes the rows, then the postings.
    ///
    /// - Throws: ``IndexFailure/lostLease``, or a failure of the store.
    func write(to store: RedisSessionStore, with lease: IndexLease) async throws {
        try await writeRows(to: store, with: lease)
        let starts = stride(from: 0, to: terms.count, by: Self.termsPerScript)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, start) in starts.enumerated() {
                // While the server works on one, the next one is put together.
                if number >= Self.scriptsAtOnce { try await group.next() }
                if number % Self.scriptsPerLease == Self.scriptsPerLease - 1 {
                    try await lease.keep()
                }
                group.addTask {
                    let end = min(terms.count, start + Self.termsPerScript)
                    try await writePostings(of: start..<end, to: store, with: lease)
                }
            }
            try await group.waitForAll()
        }
        try await forget(in: store)
    }

    private func writePostings(
        of range: Range<Int>, to store: RedisSessionStore, with lease: IndexLease
    ) async throws {
        let keys = store.keys.index
        let written = try await store.pool.run(
            IndexScripts.append,
            keys: [keys.lease, keys.buckets]
                + range.flatMap { [keys.bucket(of: terms[$0]), keys.postings(terms[$0])] },
            arguments: [lease.token, RedisArgument(keys.bucketPrefix.utf8.count)]
                + range.flatMap { [RedisArgument(IndexKeys.field(of: terms[$0])), record(of: $0)] },
            retrySafe: true)
        guard try written.integer() == 1 else { throw IndexFailure.lostLease }
    }

    private func writeRows(to store: RedisSessionStore, with lease: IndexLease) async throws {
        guard !rows.isEmpty else { return }
        var pages: [RedisKey] = []
        var arguments: [RedisArgument] = []
        var index = 0
        while index < rows.count {
            let document = first + UInt32(index)
            let page = DocumentTable.page(of: document)
            let end = min(
                rows.count, (page + 1) * DocumentTable.pageRows - Int(first))
            pages.append(store.keys.index.documents(page: page))
            arguments.append(RedisArgument(DocumentTable.offset(of: document)))
            arguments.append(RedisArgument(rows[index..<end].flatMap(\.bytes)))
            index = end
        }
        let written = try await store.pool.run(
            IndexScripts.rows, keys: [store.keys.index.lease, store.keys.index.meta] + pages,
            arguments: [lease.token, RedisArgument(first), RedisArgument(rows.count)] + arguments)
        guard try written.integer() == 1 else { throw IndexFailure.lostLease }
    }

    /// Takes the rows away of messages that are not there any more.
    private func forget(in store: RedisSessionStore) async throws {
        let zeros = RedisArgument(Array(repeating: 0, count: DocumentTable.rowSize))
        for start in stride(from: 0, to: departures.count, by: 1000) {
            _ = try await store.pool.pipeline(
                departures[start...].prefix(1000).map { document in
                    RedisCommand(
                        "SETRANGE",
                        [
                            RedisArgument(
                                store.keys.index.documents(page: DocumentTable.page(of: document))),
                            RedisArgument(DocumentTable.offset(of: document)), zeros,
                        ])
                })
        }
        guard !departures.isEmpty else { return }
        _ = try await store.pool.execute(
            RedisCommand(
                "HINCRBY",
                [
                    RedisArgument(store.keys.index.meta), "dead", RedisArgument(departures.count),
                ]))
    }

    /// What the script takes for a term: u32 first and last document, u32 count and frequency of
    /// the first, and the other postings.
    private func record(of term: Int) -> RedisArgument {
        let list = postings[term]
        guard let first = list.documents.first, let last = list.documents.last else {
            return RedisArgument([UInt8]())
        }
        let tag = UInt32(list.count) << 2 | UInt32(list.frequencies[0].bits)
        let head = [first, last, tag].flatMap { number in
            (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        return RedisArgument(head + list.bytesBehindFirst)
    }
}
