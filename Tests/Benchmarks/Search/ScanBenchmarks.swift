import Chat
import PlatformFoundation
import Redis
import RedisSessions
import Search
import TestSupport

/// Every message read for a word, against the original way: a round trip a session, and every
/// message decoded.
struct ScanBenchmark: Benchmark {
    let name = "scan for a rare word / as the original"

    func run(_ sizes: Sizes) async throws -> Comparison {
        let corpus = try await SearchCorpus.make(of: sizes.messages)
        var number = 0
        return try await .measuring(
            sizes.samples,
            subject: {
                number += 1
                let word = SearchCorpus.rare[number % SearchCorpus.rare.count]
                return try await time { _ = try await corpus.hits(of: word, limit: nil) }
            },
            baseline: {
                let word = SearchCorpus.rare[number % SearchCorpus.rare.count]
                return try await time { _ = try await corpus.originalHits(of: word) }
            })
    }
}

/// The newest twenty messages with a frequent word, against a search for all of them.
struct NewestHitsBenchmark: Benchmark {
    let name = "newest 20 with a common word / all"

    func run(_ sizes: Sizes) async throws -> Comparison {
        let corpus = try await SearchCorpus.make(of: sizes.messages)
        let word = SearchCorpus.common[0]
        return try await .measuring(
            sizes.samples,
            subject: { try await time { _ = try await corpus.hits(of: word, limit: 20) } },
            baseline: { try await time { _ = try await corpus.hits(of: word, limit: nil) } })
    }
}

extension SearchCorpus {
    /// How many messages have a word.
    func hits(of word: String, limit: Int?) async throws -> Int {
        let query = SearchQuery(text: .words(required: [.word(word)]))
        var count = 0
        for try await found in store.search(SearchRequest(query, limit: limit)) {
            count += found.hits.count
        }
        return count
    }

    /// The same as the original program finds it: session by session, each message decoded, the
    /// word looked for in its text.
    func originalHits(of word: String) async throws -> Int {
        struct Original: Decodable {
            let content: String
        }
        let pool = RedisPool(server.address)
        let keys = try SessionKeys()
        var count = 0
        for number in 0..<sessions {
            guard let id = SessionID("s\(number)") else { continue }
            let reply = try await pool.execute(
                RedisCommand("ZRANGE", [RedisArgument(keys.messages(id)), "0", "-1"]))
            for member in try reply.array() {
                let data = Data(try member.bytes())
                let message = try JSONDecoder().decode(Original.self, from: data)
                if message.content.lowercased().contains(word) { count += 1 }
            }
        }
        await pool.close()
        return count
    }
}
