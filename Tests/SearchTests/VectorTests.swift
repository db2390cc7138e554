import Chat
import TestSupport
import Testing

@testable import Search

@Suite struct QuantizedVectorTests {
    private func random(_ count: Int, _ generator: inout SeededGenerator) -> [Float] {
        (0..<count).map { _ in Float.random(in: -1...1, using: &generator) }
    }

    private func cosine(_ one: [Float], _ other: [Float]) -> Float {
        func dot(_ one: [Float], _ other: [Float]) -> Float {
            zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return dot(one, other) / (dot(one, one) * dot(other, other)).squareRoot()
    }

    @Test(arguments: [1, 7, 64, 384, 1024])
    func `Rounded vectors are as like each other as the vectors are`(dimensions: Int) throws {
        var generator = SeededGenerator(seed: UInt64(dimensions))
        for _ in 0..<50 {
            let (one, other) = (random(dimensions, &generator), random(dimensions, &generator))
            let question = try #require(QuestionVector(one))
            let likeness = question.likeness(to: try #require(QuantizedVector(other)))
            #expect(abs(likeness - cosine(one, other)) < 0.02)
        }
    }

    @Test func `A vector without a direction is like nothing`() {
        #expect(QuantizedVector([0, 0]) == nil)
        #expect(QuantizedVector([]) == nil)
        #expect(QuantizedVector([.infinity, 1]) == nil)
        #expect(QuantizedVector([.nan, 1]) == nil)
    }

    @Test func `The best ten of rounded vectors are those of the exact ones`() throws {
        var generator = SeededGenerator(seed: 5)
        let centres = (0..<10).map { _ in random(64, &generator) }
        func near(_ centre: [Float]) -> [Float] {
            zip(centre, random(64, &generator)).map { $0 + $1 * 0.6 }
        }
        let vectors = (0..<400).map { near(centres[$0 % 10]) }
        let rounded = vectors.compactMap { QuantizedVector($0) }
        var common = 0
        for number in 0..<10 {
            let asked = near(centres[number])
            let question = try #require(QuestionVector(asked))
            common +=
                Set(best(vectors.map { cosine(asked, $0) }))
                .intersection(best(rounded.map { question.likeness(to: $0) })).count
        }
        #expect(common >= 97)
    }

    /// Where the ten greatest numbers are.
    private func best(_ likenesses: [Float]) -> ArraySlice<Int> {
        likenesses.indices.sorted { likenesses[$0] > likenesses[$1] }.prefix(10)
    }
}

@Suite struct VectorBlobTests {
    private let session = SessionID("s1") ?? .random()

    private func passage(
        _ vector: [Float], at time: Int64, number: Int = 0, isFromUser: Bool = true
    ) throws -> PassageVector {
        PassageVector(
            timestamp: Timestamp(microseconds: time), print: UInt32(time), passage: number,
            isFromUser: isFromUser, vector: try #require(QuantizedVector(vector)))
    }

    private func blob(_ passages: [PassageVector]) throws -> VectorBlob {
        let header = VectorHeader(model: "m:latest", dimensions: 2)
        return try #require(
            VectorBlob(header.bytes + passages.flatMap(\.bytes), of: "m:latest"))
    }

    @Test func `A header is read as it was written`() throws {
        var header = VectorHeader(model: "hf.co/é/m:Q8", dimensions: 768)
        header.count = 70_000
        header.through = Timestamp(microseconds: 1_700_000_000_123_456)
        header.revision = 9
        #expect(VectorHeader(header.bytes + [1, 2, 3]) == header)
        #expect(header.bytes.count == header.size)
        #expect(VectorHeader([]) == nil)
        #expect(VectorHeader(Array(header.bytes.dropLast())) == nil)
        var other = header.bytes
        other[3] += 1
        #expect(VectorHeader(other) == nil)
    }

    @Test func `Vectors of another model are none`() {
        let bytes = VectorHeader(model: "m:latest", dimensions: 2).bytes
        #expect(VectorBlob(bytes, of: "n:latest") == nil)
        #expect(VectorBlob(bytes, of: "m:latest") != nil)
    }

    @Test func `A message counts by its best passage, and once in however many sessions`() throws {
        let other = try #require(SessionID("s2"))
        let blob = try blob([
            passage([1, 0], at: 1), passage([0, 1], at: 2), passage([1, 0.1], at: 2, number: 1),
            passage([-1, 0], at: 3),
        ])
        var best = BestPassages(limit: 2)
        let question = try #require(QuestionVector([1, 0]))
        blob.rank(by: question, SearchQuery(), in: session, into: &best)
        blob.rank(by: question, SearchQuery(), in: other, into: &best)
        let messages = best.messages()
        #expect(messages.map(\.place.timestamp.microseconds) == [1, 2])
        #expect(messages.map(\.passage) == [0, 1])
        #expect(messages.allSatisfy { $0.sessions == [session, other] })
    }

    @Test func `Role and time are looked at first`() throws {
        let blob = try blob([
            passage([1, 0], at: 1), passage([1, 0], at: 2, isFromUser: false),
            passage([1, 0], at: 3),
        ])
        func found(_ query: SearchQuery) throws -> [Int64] {
            var best = BestPassages(limit: 9)
            blob.rank(
                by: try #require(QuestionVector([1, 0])), query, in: session, into: &best)
            return best.messages().map(\.place.timestamp.microseconds).sorted()
        }
        #expect(try found(SearchQuery(role: .assistant)) == [2])
        #expect(try found(SearchQuery(role: .user)) == [1, 3])
        #expect(try found(SearchQuery(since: Timestamp(microseconds: 2))) == [2, 3])
    }

    @Test func `Half a passage at the end, and another number of dimensions, are passed over`()
        throws
    {
        let bytes = VectorHeader(model: "m", dimensions: 2).bytes
        let whole = try passage([1, 0], at: 1).bytes
        let cut = try #require(VectorBlob(bytes + whole + whole.dropLast(), of: "m"))
        #expect(cut.passages().values.map(\.count) == [whole.count])
        var best = BestPassages(limit: 9)
        cut.rank(
            by: try #require(QuestionVector([1, 0, 0])), SearchQuery(), in: session, into: &best)
        #expect(best.messages().isEmpty)
    }
}
