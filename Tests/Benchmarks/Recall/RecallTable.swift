import ArgumentParser
import Chat
import Redis
import RedisSessions
import Search
import TestSupport

/// Finding messages by what they mean, beside the exact vectors.
struct RecallTable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recall",
        abstract: "Compares the vectors of all messages with questions, beside exact ones.")

    @Option(help: "How many messages.")
    var size = 100_000

    @Option(help: "How many questions.")
    var questions = 20

    @Option(help: "How often each is asked, for its median.")
    var rounds = 5

    @Flag(help: "Let messages of a topic differ in all directions, the hardest case.")
    var even = false

    func run() async throws {
        let corpus = try await SearchCorpus.make(of: size)
        let before = try await corpus.server.usedMemory()
        let vectors = try await VectorCorpus.make(of: corpus, questions: questions, evenly: even)
        let after = try await corpus.server.usedMemory()
        print("\(size) messages in \(corpus.sessions) sessions, \(VectorCorpus.dimensions) numbers")
        print("vectors: \((after - before) / 1_000_000) MB, \((after - before) / size) a message")
        var first: [Double] = []
        var medians: [Double] = []
        var common = 0
        for question in vectors.questions {
            var laps: [Double] = []
            for _ in 0..<rounds {
                laps.append(
                    try await time {
                        for hit in try await vectors.hits(of: question, limit: 10) {
                            _ =
                                MatchExcerpt(
                                    of: hit.message.message?.content ?? "", hits: hit.match.hits,
                                    size: 80
                                ).text
                        }
                    } / .milliseconds(1))
            }
            first.append(laps[0])
            medians.append(laps.sorted()[rounds / 2])
            let found = try await vectors.hits(of: question, limit: 10).map(\.message.timestamp)
            common += vectors.exactHits(of: question, limit: 10).intersection(found).count
        }
        print("from the question's vector to the excerpts of the best ten, milliseconds")
        print("  median \(Self.text(medians, 0.5))  p95 \(Self.text(medians, 0.95))")
        print("  the first time each: \(Self.text(first, 0.5)), the very first \(first[0])")
        let share = Double(common) / Double(10 * vectors.questions.count)
        print("of the exact best ten: \(share)")
        print("status: \(try await time { _ = try await status(vectors) })")
    }

    private func status(_ vectors: VectorCorpus) async throws -> VectorStatus {
        try await vectors.index.vectorStatus(of: "synthetic:latest")
    }

    private static func text(_ values: [Double], _ share: Double) -> String {
        let sorted = values.sorted()
        let value = sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
        return "\((value * 10).rounded() / 10)"
    }
}

extension RedisServer {
    /// How many bytes it takes up.
    func usedMemory() async throws -> Int {
        let text = try await redis("INFO", "memory").text()
        let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("used_memory:") }
        return line.flatMap { Int($0.dropFirst("used_memory:".count)) } ?? 0
    }
}
