/// Makes vectors of texts as a model would: texts that share words, or words that mean the same,
/// are like each other.
package struct StubVector: Sendable {
    /// How many numbers a vector has.
    package var dimensions = 64
    /// Words that are taken for others.
    package var synonyms: [String: String] = [:]

    /// Makes vectors in which words that are different mean something different, but for some.
    package init(dimensions: Int = 64, synonyms: [String: String] = [:]) {
        self.dimensions = dimensions
        self.synonyms = synonyms
    }

    /// The vector of a text, of length one.
    package func of(_ text: String) -> [Float] {
        var vector = [Float](repeating: 0, count: dimensions)
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        where !["search", "document", "query"].contains(word) {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in (synonyms[String(word)] ?? String(word)).utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
            vector[Int(hash % UInt64(dimensions))] += hash >> 63 == 0 ? 1 : -1
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length > 0 else {
            vector[0] = 1
            return vector
        }
        return vector.map { $0 / length }
    }
}
