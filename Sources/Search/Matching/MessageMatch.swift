/// How a query is found in a text.
public struct MessageMatch: Hashable, Sendable {
    /// A place to show.
    public struct Hit: Hashable, Sendable {
        /// Where it is in the UTF-8 of the text; whole scalars.
        public let range: Range<Int>
        /// Which of the required terms it is, counted from 0.
        public let term: Int

        /// Makes a hit.
        public init(range: Range<Int>, term: Int) {
            self.range = range
            self.term = term
        }
    }

    /// How often each required term is there; one number for a substring or a pattern.
    public let occurrences: [Int]
    /// How many words the text has.
    public let words: Int
    /// The places, in order; where two terms overlap, the first of them goes on to the end of both.
    public let hits: [Hit]

    /// Takes what was found, in any order.
    init(occurrences: [Int], words: Int, found: [Hit]) {
        self.occurrences = occurrences
        self.words = words
        var hits: [Hit] = []
        hits.reserveCapacity(found.count)
        let ordered = found.sorted {
            ($0.range.lowerBound, $0.term) < ($1.range.lowerBound, $1.term)
        }
        for hit in ordered {
            if let last = hits.last, hit.range.lowerBound < last.range.upperBound {
                let end = max(last.range.upperBound, hit.range.upperBound)
                hits[hits.count - 1] = Hit(range: last.range.lowerBound..<end, term: last.term)
            } else {
                hits.append(hit)
            }
        }
        self.hits = hits
    }
}
