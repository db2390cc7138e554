import ArgumentParser
import Chat
import Platform
import PlatformFoundation
import Redis
import RedisSessions
import Search
import TestSupport

/// Everything about the search index in one table, beside its baselines.
struct SearchTable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Builds an index and searches it, beside FTS5 and the original way.")

    @Option(help: "How many messages.")
    var size = 100_000

    @Option(help: "How many queries of each kind.")
    var queries = 25

    @Option(help: "How often each is asked, for its median.")
    var rounds = 5

    func run() async throws {
        let corpus = try await SearchCorpus.make(of: size)
        print("\(size) messages in \(corpus.sessions) sessions")
        let before = try await Self.memory(corpus.server)
        let cpu = try await Self.processorTime(corpus.server)
        let index = SearchIndex(of: corpus.store, use: .on)
        let building = try await time { try await index.reindex { _, _ in } }
        let after = try await Self.memory(corpus.server)
        let spent = try await Self.processorTime(corpus.server) - cpu
        let folder = try TemporaryFolder()
        let text = try await corpus.writeContents(to: folder.file("messages"))
        print(
            "built in \(Self.text(building)), \(Int(Double(size) / (building / .seconds(1)))) a second"
        )
        print("time of the server: \(Self.decimal(spent * 1e6 / Double(size))) us a message")
        print(
            "index: \(after - before) bytes, \(Self.decimal(Double(after - before) / Double(text))) a byte of text"
        )
        let classes = QueryClass.all(queries)
        let ours = try await measure(classes, index)
        let theirs = try await FullTextBaseline.measure(in: folder, classes, rounds: rounds)
        print("resident while searching: \(Self.resident() / 1024) MB (with the corpus made here)")
        print("                  median        p95   FTS5 median   FTS5 p95")
        for (number, some) in classes.enumerated() {
            let row = [ours[number], theirs.times[number]].flatMap {
                [Self.quantile($0, 0.5), Self.quantile($0, 0.95)]
            }
            print(some.name.padded(12) + row.map { Self.milliseconds($0).leftPadded(12) }.joined())
        }
        let original = try await time {
            _ = try await corpus.originalHits(of: SearchCorpus.medium[0])
        }
        print("the original way: \(Self.text(original))")
        try await measureCatchUp(corpus, index)
    }

    private func measure(
        _ classes: [QueryClass], _ index: SearchIndex
    ) async throws -> [[Double]] {
        var times: [[Double]] = []
        for some in classes {
            var medians: [Double] = []
            for query in some.queries {
                var laps: [Double] = []
                for _ in 0..<rounds {
                    laps.append(
                        try await time { _ = try await Self.snippets(query.ours, index) }
                            / .seconds(1))
                }
                medians.append(Self.quantile(laps, 0.5))
            }
            times.append(medians)
        }
        return times
    }

    /// The best twenty with their snippets.
    private static func snippets(_ text: String, _ index: SearchIndex) async throws -> [String] {
        let query = try SearchQueryParser { _ in nil }.parse(text + " sort:best")
        var snippets: [String] = []
        for try await found in index.search(SearchRequest(query, limit: 20)) {
            snippets += found.hits.map {
                MatchExcerpt(
                    of: $0.message.message?.content ?? "", hits: $0.match.hits, size: 80
                ).text
            }
        }
        return snippets
    }

    /// What other programs wrote is found at once, and indexed.
    private func measureCatchUp(_ corpus: SearchCorpus, _ index: SearchIndex) async throws {
        let pool = RedisPool(corpus.server.address)
        let keys = try SessionKeys()
        for number in 0..<500 {
            guard let id = SessionID("s\(number)") else { continue }
            let stamp = 1_700_000_000 + number
            _ = try await pool.pipeline(
                (0..<2).map { offset in
                    RedisCommand(
                        "ZADD",
                        [
                            RedisArgument(keys.messages(id)), RedisArgument("\(stamp + offset)"),
                            RedisArgument(
                                #"{"role": "user", "content": "zyzzogeton \#(number) \#(offset)"}"#),
                        ])
                })
        }
        let settling = try await time { _ = try await index.settle() }
        let found = try await Self.snippets("zyzzogeton", index).count
        print("after 1000 foreign messages: found \(found) of 20 within \(Self.text(settling))")
    }

    private static func memory(_ server: RedisServer) async throws -> Int {
        Int(try await number("used_memory", of: server, in: "memory"))
    }

    private static func processorTime(_ server: RedisServer) async throws -> Double {
        try await number("used_cpu_user", of: server, in: "cpu")
            + number("used_cpu_sys", of: server, in: "cpu")
    }

    private static func number(
        _ name: String, of server: RedisServer, in section: String
    ) async throws -> Double {
        let text = try await server.redis("INFO", section).text()
        let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix(name + ":") }
        return line.flatMap { Double($0.dropFirst(name.count + 1)) } ?? 0
    }

    private static func resident() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }

    private static func quantile(_ values: [Double], _ share: Double) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    private static func milliseconds(_ seconds: Double) -> String { decimal(seconds * 1000) }

    private static func text(_ duration: Duration) -> String {
        "\(decimal(duration / .milliseconds(1))) ms"
    }

    private static func decimal(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let fraction = String(hundredths % 100)
        return "\(hundredths / 100)." + (fraction.count == 1 ? "0" : "") + fraction
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }

    fileprivate func leftPadded(_ width: Int) -> String {
        String(repeating: " ", count: max(1, width - count)) + self
    }
}

extension SearchCorpus {
    /// Writes what was said into a file, a JSON string a line.
    ///
    /// - Returns: How many bytes of text that are.
    fileprivate func writeContents(to path: String) async throws -> Int {
        struct Said: Decodable {
            let content: String
        }
        let pool = RedisPool(server.address)
        let keys = try SessionKeys()
        let (decoder, encoder) = (JSONDecoder(), JSONEncoder())
        var count = 0
        guard let file = fopen(path, "w") else { return 0 }
        defer { fclose(file) }
        for number in 0..<sessions {
            guard let id = SessionID("s\(number)") else { continue }
            let reply = try await pool.execute(
                RedisCommand("ZRANGE", [RedisArgument(keys.messages(id)), "0", "-1"]))
            for member in try reply.array() {
                let said = try decoder.decode(Said.self, from: Data(try member.bytes()))
                count += said.content.utf8.count
                let line = Array(try encoder.encode(said.content)) + [UInt8(ascii: "\n")]
                fwrite(line, 1, line.count, file)
            }
        }
        await pool.close()
        return count
    }
}
