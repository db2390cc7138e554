import TestSupport
import Testing

@testable import Search

@Suite struct PostingsTests {
    private func postings(_ documents: [UInt32], _ counts: [Int] = []) -> Postings {
        var postings = Postings()
        for (index, document) in documents.enumerated() {
            postings.append(document, Frequency(counts.indices.contains(index) ? counts[index] : 1))
        }
        return postings
    }

    @Test func `Neighbours take a byte each`() {
        #expect(postings([1, 2, 3, 33], [1, 2, 4, 9]).bytes == [0b100, 0b101, 0b110, 0b1111011])
        #expect(postings([5, 37]).bytes == [20, 0x80, 0x01])
    }

    @Test(arguments: 1...20) func `What is written is read again`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var document: UInt32 = 0
        var list = Postings()
        for _ in 0..<Int.random(in: 0...400, using: &generator) {
            let step = Int.random(in: 0...3, using: &generator) == 0 ? 1 << 25 : 40
            document += UInt32.random(in: 1...UInt32(step), using: &generator)
            list.append(document, Frequency(Int.random(in: 1...9, using: &generator)))
            if document > 1 << 31 { break }
        }
        #expect(Postings(list.bytes) == list)
        #expect(Postings(list.bytes[...]) == list)
        if let first = list.documents.first {
            var head = Postings()
            head.append(first, list.frequencies[0])
            #expect(head.bytes + list.bytesBehindFirst == list.bytes)
        }
        #expect(Postings(list.bytes.dropLast()).count == max(0, list.count - 1))
    }

    @Test(arguments: 1...12) func `Lists are joined and crossed as sets are`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let bound = UInt32(generator.pick([30, 3000, 3_000_000]))
        let sets = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
            Set(
                (0..<generator.pick([1, 20, 500])).map { _ in
                    UInt32.random(in: 1...bound, using: &generator)
                })
        }
        let lists = sets.map { postings($0.sorted(), Array(repeating: 3, count: $0.count)) }
        let union = sets.reduce(into: Set<UInt32>()) { $0.formUnion($1) }
        #expect(Postings.union(lists).documents == union.sorted())
        #expect(Postings.union(lists).frequencies.allSatisfy { $0 == Frequency(3) })
        let common = sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }
        let crossed = CommonPostings(lists)
        #expect(crossed.documents == common.sorted())
        #expect(crossed.frequencies.map(\.count) == sets.map { _ in common.count })
    }

    @Test func `Of two terms in one document the more frequent one counts`() {
        let union = Postings.union([postings([1, 5], [1, 9]), postings([5, 8], [2, 1])])
        #expect(union == postings([1, 5, 8], [1, 9, 1]))
    }

    @Test func `Lengths are kept to an eighth of their logarithm`() {
        for words in [0, 1, 2, 7, 20, 71, 300, 5_000, 1_000_000] {
            let typical = LengthClass.words(LengthClass.of(words))
            #expect(typical <= Double(words) + 0.5 && typical * 1.1 + 1 >= Double(words))
        }
        #expect(LengthClass.of(300) > LengthClass.of(250))
    }

    @Test func `The best documents come first, however many are asked for at once`() {
        var generator = SeededGenerator(seed: 3)
        let documents = (1...5_000).map { UInt32($0) }
        let counts = documents.map { _ in Int.random(in: 1...9, using: &generator) }
        let lengths = documents.map { _ in UInt8.random(in: 20...60, using: &generator) }
        let rank = TermRank(frequencies: [5_000], documents: 50_000, averageLength: 70)
        func ranked(_ step: Int) -> [UInt32] {
            var ranked = RankedDocuments(CommonPostings([postings(documents, counts)]), rank) {
                lengths[Int($0) - 1]
            }
            var order: [UInt32] = []
            while true {
                let next = ranked.next(step)
                if next.isEmpty { return order }
                order += next
            }
        }
        let whole = ranked(10_000)
        #expect(whole.count == 5_000 && Set(whole).count == 5_000)
        #expect(ranked(40) == whole)
        let scores = whole.prefix(100).map { document in
            rank.score(
                occurrences: [
                    Int(Frequency.typical[Int(Frequency(counts[Int(document) - 1]).bits)])
                ],
                length: Int(LengthClass.words(lengths[Int(document) - 1])))
        }
        #expect(scores.first ?? 0 >= scores.last ?? 1)
    }
}
