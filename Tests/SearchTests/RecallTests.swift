import Chat
import TestSupport
import Testing

@testable import Search

@Suite struct PassagesTests {
    @Test func `A short text is one passage, an empty one none`() {
        #expect(Passages.of("Hello").map(\.text) == ["Hello"])
        #expect(Passages.of("  \n").isEmpty)
        #expect(Passages.of("  é x").first?.start == 2)
    }

    @Test func `A long text is cut at paragraphs, else sentences, else words, else anywhere`() {
        let paragraph = String(repeating: "word ", count: 200) + "end."
        let two = Passages.of(paragraph + "\n\n" + paragraph)
        #expect(
            two.map { $0.text.hasSuffix("end.") || $0.text.hasSuffix("end.\n\n") } == [true, true])
        let sentences = Passages.of(String(repeating: "A short sentence. ", count: 150))
        #expect(sentences.allSatisfy { $0.text.hasSuffix(".") || $0.text.hasSuffix(". ") })
        let words = Passages.of(String(repeating: "wörter ", count: 400))
        #expect(
            words.allSatisfy { $0.text.hasPrefix("wörter") && $0.text.count <= Passages.longest })
        let none = Passages.of(String(repeating: "x", count: 4000))
        #expect(none.map(\.text.count) == [1500, 1500, 1000])
    }

    @Test func `No passage is too long, no more than eight are taken, and each is where it says`() {
        var generator = SeededGenerator(seed: 11)
        let signs: [Character] = ["a", "é", "日", "。", ".", " ", "\n", "👩‍👩‍👧‍👦", "x", "y"]
        for size in [10, 1499, 1500, 1501, 5000, 30_000] {
            let text = String((0..<size).map { _ in signs.randomElement(using: &generator) ?? "a" })
            let passages = Passages.of(text)
            #expect(passages.count <= Passages.most)
            for passage in passages {
                #expect(passage.text.count <= Passages.longest)
                let bytes = Array(text.utf8)[passage.start...].prefix(passage.text.utf8.count)
                #expect(bytes.elementsEqual(passage.text.utf8))
            }
        }
    }
}

@Suite struct RecallQueryTests {
    private func query(_ line: String) throws -> RecallQuery {
        try RecallQuery(line, with: SearchQueryParser { _ in Timestamp(microseconds: 1) })
    }

    @Test func `Filters are no part of the question`() throws {
        let query = try query("how do I role:user open \"a file\" since:7d not:windows -mac?")
        #expect(query.question == "how do I open a file")
        #expect(query.query.role == .user)
        #expect(query.query.order == .best)
    }

    @Test func `A question is needed`() {
        #expect(throws: SearchQueryError.self) { try query("role:user") }
        #expect(throws: SearchQueryError.self) { try query("  ") }
    }

    @Test func `Prefixes are those of the model's family`() {
        #expect(EmbeddingPrefixes.of("nomic-embed-text:v1.5").question == "search_query: ")
        #expect(EmbeddingPrefixes.of("me/Nomic-embed-text").document == "search_document: ")
        #expect(EmbeddingPrefixes.of("snowflake-arctic-embed2:568m").question == "query: ")
        #expect(EmbeddingPrefixes.of("all-minilm") == EmbeddingPrefixes(document: "", question: ""))
    }
}

@Suite struct RankFusionTests {
    private func group(_ name: String, _ hits: (time: Int64, score: Double)...) throws
        -> SessionHits
    {
        let id = try #require(SessionID(name))
        let moment = Timestamp(microseconds: 0)
        let session = Session(
            id: id, name: name, createdAt: moment, lastActivity: moment, messageCount: 9)
        return SessionHits(
            session: session,
            hits: hits.map { time, score in
                SearchHit(
                    message: StoredMessage(
                        number: Int(time), timestamp: Timestamp(microseconds: time),
                        message: .user("x"), member: []),
                    index: 0, match: .of(passage: 0), score: score)
            })
    }

    @Test func `What both searches found comes first`() throws {
        let words = [try group("a", (1, 9), (2, 8)), try group("b", (3, 8.5))]
        let meaning = [try group("b", (4, 0.9), (3, 0.7)), try group("a", (5, 0.8))]
        let fused = RankFusion.fuse([words, meaning], limit: nil)
        #expect(fused.map(\.session.id.text) == ["b", "a"])
        #expect(fused[0].hits.map(\.message.number) == [3, 4])
        #expect(abs(fused[0].hits[0].score - (1 / 62.0 + 1 / 63.0)) < 1e-12)
        #expect(Set(fused[1].hits.map(\.message.number)) == [1, 2, 5])
        #expect(RankFusion.fuse([words, meaning], limit: 1).flatMap(\.hits).count == 1)
    }
}
