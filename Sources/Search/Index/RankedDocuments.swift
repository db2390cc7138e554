/// Documents in the order of how well they answer, the best first.
///
/// The first ones are found without putting all in order.
package struct RankedDocuments: Sendable {
    private let documents: [UInt32]
    private let scores: [Float]
    private var sorted: [Int] = []
    private var given = 0

    /// Ranks documents.
    ///
    /// - Parameters:
    ///   - common: The documents and how often each has the terms.
    ///   - rank: The weights of the terms.
    ///   - length: About how many words a document has, as a ``LengthClass``.
    package init(_ common: CommonPostings, _ rank: TermRank, length: (UInt32) -> UInt8) {
        documents = common.documents
        let tables = rank.tables()
        let lengths = documents.map(length)
        var scores = [Float](repeating: 0, count: documents.count)
        for (table, frequencies) in zip(tables, common.frequencies) {
            table.withUnsafeBufferPointer { table in
                for index in scores.indices {
                    scores[index] +=
                        table[Int(frequencies[index].bits) << 8 | Int(lengths[index])]
                }
            }
        }
        self.scores = scores
    }

    /// How many there are.
    package var count: Int { documents.count }

    /// The next best documents; none at the end.
    package mutating func next(_ count: Int) -> [UInt32] {
        guard given < documents.count, count > 0 else { return [] }
        if given + count > sorted.count { sortMore(count) }
        let next = sorted[given..<min(given + count, sorted.count)]
        given += next.count
        return next.map { documents[$0] }
    }

    private mutating func sortMore(_ count: Int) {
        let isFirst = sorted.isEmpty && count * 8 < documents.count
        let wanted = isFirst ? best(count) : Array(documents.indices)
        sorted = wanted.sorted { isBetter($0, $1) }
    }

    /// The best ones, in no order, and those that are as good as the last of them.
    private func best(_ count: Int) -> [Int] {
        var sample = scores.count > 20_000 ? strided(by: scores.count / 10_000) : scores
        // A score that about twice as many reach as are wanted, going by a part of them.
        sample.sort(by: >)
        let place = min(sample.count - 1, max(8, 2 * count * sample.count / scores.count))
        let limit = sample[place]
        let reached = scores.indices.filter { scores[$0] >= limit }
        guard reached.count >= count else { return Array(scores.indices) }
        let ordered = reached.sorted { isBetter($0, $1) }
        return Array(ordered.prefix(count))
    }

    private func strided(by step: Int) -> [Float] {
        stride(from: 0, to: scores.count, by: step).map { scores[$0] }
    }

    /// Of two that answer as well, the one that came later.
    private func isBetter(_ one: Int, _ other: Int) -> Bool {
        scores[one] == scores[other] ? one > other : scores[one] > scores[other]
    }
}
