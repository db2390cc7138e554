import Redis
import Search

/// The names of the keys of the search index, made like those of sessions in one place.
struct IndexKeys: Hashable, Sendable {
    /// Another tokenizer or another shape of what is stored makes another index.
    static let version = 1
    /// Terms that begin with the same bytes share a key.
    static let bucketSize = 4

    private let prefix: String

    /// Makes the keys behind a namespace.
    init(prefix: String) {
        self.prefix = "\(prefix)search:\(Self.version):"
    }

    /// What the index knows of itself: a hash of `epoch`, `documents` and `sessions`.
    var meta: RedisKey { RedisKey("\(prefix)meta") }

    /// Who writes the index: a string that expires.
    var lease: RedisKey { RedisKey("\(prefix)lease") }

    /// What is indexed of each session: a hash of ids and states.
    var sessions: RedisKey { RedisKey("\(prefix)sessions") }

    /// The beginnings of terms that there are: a sorted set of equal scores.
    var buckets: RedisKey { RedisKey("\(prefix)buckets") }

    /// A page of the table of messages: a string of rows.
    func documents(page: Int) -> RedisKey { RedisKey("\(prefix)documents:\(page)") }

    /// The terms with the beginning of a term: a hash of the rest of each and its postings, or
    /// where they are.
    func bucket(of term: [UInt8]) -> RedisKey { bucket(named: Self.bucketName(of: term)) }

    /// The terms with a beginning.
    func bucket(named name: some Sequence<UInt8>) -> RedisKey {
        RedisKey(bucketPrefix + String(decoding: Array(name), as: UTF8.self))
    }

    /// What stands before the beginning of terms in the name of their key.
    var bucketPrefix: String { "\(prefix)terms:" }

    /// The postings of a term that many messages have: a string.
    func postings(_ term: [UInt8]) -> RedisKey {
        RedisKey("\(prefix)postings:\(String(decoding: term, as: UTF8.self))")
    }

    /// The pattern that matches all keys of the index, of any version.
    var everything: String { "\(prefix.dropLast(String(Self.version).count + 1))*" }

    /// The beginning of a term that names its bucket; whole scalars, as a name is text.
    static func bucketName(of term: [UInt8]) -> ArraySlice<UInt8> { term.wholeScalars(bucketSize) }

    /// The rest of a term, which names it in its bucket.
    static func field(of term: [UInt8]) -> [UInt8] {
        Array(term[bucketName(of: term).endIndex...])
    }
}
