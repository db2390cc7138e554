import Redis
import Search

/// Reads postings.
struct IndexReader {
    /// A value of a bucket.
    struct Entry {
        /// How many bytes stand before the postings.
        static let headSize = 9

        /// The value as it was read.
        let value: [UInt8]

        /// Whether the postings have a key of their own.
        var isApart: Bool { value.first == 1 }

        /// The postings, where they have no key of their own.
        var postings: Postings { Postings(value.dropFirst(Self.headSize)) }

        /// The value for some of the postings of another one, and what its own key holds.
        ///
        /// Postings that have a key of their own keep it, however few are left.
        static func make(
            _ postings: Postings, after entry: Entry
        ) -> (value: [UInt8], own: [UInt8]) {
            guard let last = postings.documents.last else { return ([], []) }
            let count = UInt32(postings.count)
            let numbers = [last, count].flatMap { number in
                (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
            }
            let bytes = postings.bytes
            return entry.isApart
                ? ([1] + numbers, bytes) : ([0] + numbers + bytes, [])
        }

        /// Takes a value.
        ///
        /// - Throws: ``IndexFailure/damaged`` for one that is none.
        init(_ value: [UInt8]) throws(IndexFailure) {
            guard value.count >= Self.headSize else { throw .damaged }
            self.value = value
        }
    }

    /// More terms than that are asked for in two steps.
    private static let mostGuesses = 4

    private let store: RedisSessionStore

    init(_ store: RedisSessionStore) {
        self.store = store
    }

    /// Reads the postings for each word of each term of a query.
    ///
    /// - Throws: ``IndexFailure/damaged``, or a failure of the store.
    func postings(of query: IndexQuery) async throws -> [[Postings]] {
        var found: [[Postings]] = []
        for words in query.terms {
            var lists: [Postings] = []
            for word in words { lists.append(try await postings(of: word)) }
            found.append(lists)
        }
        return found
    }

    private func postings(of word: IndexQuery.Word) async throws -> Postings {
        switch word {
        case .terms(let terms): return .union(try await postings(of: terms))
        case .prefix(let beginning, let others):
            let apart = try await terms(beginningWith: beginning)
            let more = try await postings(of: others)
            let large = try await largePostings(of: apart.large)
            return .union(apart.small + more + large)
        }
    }

    private func postings(of terms: [[UInt8]]) async throws -> [Postings] {
        // Most likely a word is frequent enough to have a key of its own.
        let guesses = terms.count <= Self.mostGuesses ? terms : []
        let keys = store.keys.index
        let replies = try await store.pool.pipeline(
            terms.map { term in
                RedisCommand(
                    "HGET",
                    [
                        RedisArgument(keys.bucket(of: term)),
                        RedisArgument(IndexKeys.field(of: term)),
                    ]
                )
            } + guesses.map { RedisCommand("GET", [RedisArgument(keys.postings($0))]) })
        var lists: [Postings] = []
        var large: [[UInt8]] = []
        for (index, term) in terms.enumerated() {
            guard case .bytes(let value) = try replies[index].orThrow() else { continue }
            let entry = try Entry(value)
            if !entry.isApart {
                lists.append(entry.postings)
            } else if guesses.isEmpty {
                large.append(term)
            } else {
                lists.append(try Self.postings(replies[terms.count + index]))
            }
        }
        return lists + (try await largePostings(of: large))
    }

    private func largePostings(of terms: [[UInt8]]) async throws -> [Postings] {
        try await store.pool.pipeline(
            terms.map { RedisCommand("GET", [RedisArgument(store.keys.index.postings($0))]) }
        ).map(Self.postings)
    }

    private static func postings(_ reply: RedisReply) throws -> Postings {
        guard case .bytes(let bytes) = try reply.orThrow() else { throw IndexFailure.damaged }
        return Postings(bytes)
    }

    /// The postings of the terms with a beginning, and the terms whose postings are apart.
    private func terms(
        beginningWith beginning: [UInt8]
    ) async throws -> (small: [Postings], large: [[UInt8]]) {
        var small: [Postings] = []
        var large: [[UInt8]] = []
        let names = try await bucketNames(beginningWith: beginning)
        for start in stride(from: 0, to: names.count, by: 500) {
            let some = names[start...].prefix(500)
            let replies = try await store.pool.pipeline(
                some.map {
                    RedisCommand("HGETALL", [RedisArgument(store.keys.index.bucket(named: $0))])
                })
            for (name, reply) in zip(some, replies) {
                let fields = try reply.array()
                for index in stride(from: 0, to: fields.count - 1, by: 2) {
                    let term = name + (try fields[index].bytes())
                    guard term.starts(with: beginning) else { continue }
                    let entry = try Entry(try fields[index + 1].bytes())
                    if entry.isApart { large.append(term) } else { small.append(entry.postings) }
                }
            }
        }
        return (small, large)
    }

    private func bucketNames(beginningWith beginning: [UInt8]) async throws -> [[UInt8]] {
        guard beginning.count < IndexKeys.bucketSize else {
            return [Array(IndexKeys.bucketName(of: beginning))]
        }
        return try await store.pool.execute(
            RedisCommand(
                "ZRANGE",
                [
                    RedisArgument(store.keys.index.buckets),
                    RedisArgument([UInt8(ascii: "[")] + beginning),
                    RedisArgument([UInt8(ascii: "(")] + beginning + [0xFF]), "BYLEX",
                ])
        ).array().map { try $0.bytes() }
    }
}
