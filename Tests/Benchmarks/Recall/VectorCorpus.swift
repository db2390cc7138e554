import Chat
import Redis
import RedisSessions
import Search
import TestSupport

/// Vectors that lie in clusters, as those of conversations do: those of a session around its topic.
struct VectorCorpus {
    /// How many numbers each vector has.
    static let dimensions = 384
    private static let model = "synthetic:latest"

    let index: VectorIndex
    /// The exact vectors, by the moment of their message.
    let exact: [Timestamp: [Float]]
    /// Vectors of questions, each near to a message.
    let questions: [[Float]]

    /// Puts a vector beside each message of a corpus.
    ///
    /// - Parameters:
    ///   - corpus: The messages.
    ///   - count: How many questions there are.
    ///   - isEven: Whether messages of a topic differ in all directions.
    /// - Returns: The vectors.
    /// - Throws: A failure of the store.
    static func make(
        of corpus: SearchCorpus, questions count: Int, evenly isEven: Bool
    ) async throws -> VectorCorpus {
        var maker = VectorMaker(dimensions: dimensions, evenly: isEven)
        let pool = RedisPool(corpus.server.address)
        let keys = try SessionKeys()
        var exact: [Timestamp: [Float]] = [:]
        var questions: [[Float]] = []
        for number in 0..<corpus.sessions {
            guard let id = SessionID("s\(number)") else { continue }
            let topic = maker.topic()
            let fields = try await pool.execute(
                RedisCommand(
                    "ZRANGE", [RedisArgument(keys.messages(id)), "0", "-1", "WITHSCORES"])
            ).array()
            let said = try messages(fields, about: topic, &maker)
            exact.merge(said.exact) { $1 }
            if number.isMultiple(of: max(1, corpus.sessions / count)), questions.count < count {
                questions.append(maker.vector(near: topic))
            }
            _ = try await pool.execute(
                RedisCommand(
                    "SET", [RedisArgument(keys.vectors(id)), RedisArgument(said.bytes)]))
        }
        await pool.close()
        return VectorCorpus(
            index: VectorIndex(of: corpus.store), exact: exact, questions: questions)
    }

    /// The vectors of the messages of a session, exact and as they are kept.
    private static func messages(
        _ fields: [RedisReply], about topic: [Float], _ maker: inout VectorMaker
    ) throws -> (exact: [Timestamp: [Float]], bytes: [UInt8]) {
        var exact: [Timestamp: [Float]] = [:]
        var header = VectorHeader(model: model, dimensions: dimensions)
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: fields.count - 1, by: 2) {
            let said = maker.vector(near: topic)
            guard let score = Double(try fields[index + 1].text()),
                let time = Timestamp(seconds: score), let rounded = QuantizedVector(said)
            else { continue }
            exact[time] = said
            bytes +=
                PassageVector(
                    timestamp: time, print: DocumentTable.print(of: try fields[index].bytes()),
                    passage: 0, isFromUser: index.isMultiple(of: 4), vector: rounded
                ).bytes
            header.count += 1
            header.through = time
        }
        return (exact, header.bytes + bytes)
    }

    /// The best messages with their texts, as they would be shown.
    func hits(of question: [Float], limit: Int) async throws -> [SearchHit] {
        try await index.recall(
            question, of: Self.model, SearchRequest(SearchQuery(), limit: limit)
        ).flatMap(\.hits)
    }

    /// The moments of the messages that exact vectors find.
    func exactHits(of question: [Float], limit: Int) -> Set<Timestamp> {
        let weighed = exact.map { (time: $0.key, likeness: VectorMaker.dot($0.value, question)) }
        return Set(weighed.sorted { $0.likeness > $1.likeness }.prefix(limit).map(\.time))
    }
}
