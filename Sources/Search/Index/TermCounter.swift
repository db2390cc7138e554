/// Counts the terms of many texts: the stems of their words, as the index keeps them.
package struct TermCounter {
    /// How often each term is in one text.
    package struct Count: Hashable, Sendable {
        /// The number of the term.
        package let term: Int
        /// How often it is there.
        package var occurrences: Int
    }

    private var words = ByteTable()
    private var terms = ByteTable()
    /// For each word its term.
    private var termOfWord: [Int32] = []
    /// For each term its place in the counts of the text that is being read, and one.
    private var places: [Int32] = []

    /// Knows no terms yet.
    package init() {}

    /// How many terms there are.
    package var termCount: Int { terms.count }

    /// The term of a number.
    package func term(_ number: Int) -> [UInt8] { Array(terms[number]) }

    /// Counts the terms of a text.
    ///
    /// - Returns: The terms in the order of their first occurrence, and how many words there are.
    package mutating func count(_ text: String) -> (counts: [Count], words: Int) {
        let folded = FoldedText(text)
        var counts: [Count] = []
        folded.bytes.withUnsafeBufferPointer { bytes in
            for token in folded.tokens {
                let term = term(of: UnsafeBufferPointer(rebasing: bytes[token.folded]))
                let place = places[term]
                if place > 0 {
                    counts[Int(place) - 1].occurrences += 1
                } else {
                    counts.append(Count(term: term, occurrences: 1))
                    places[term] = Int32(counts.count)
                }
            }
        }
        for count in counts { places[count.term] = 0 }
        return (counts, folded.tokens.count)
    }

    private mutating func term(of word: UnsafeBufferPointer<UInt8>) -> Int {
        let (number, isNew) = words.number(of: word)
        guard isNew else { return Int(termOfWord[number]) }
        let stem = IndexTerm.of(word)
        let term = stem.withUnsafeBufferPointer { terms.number(of: $0) }
        if term.isNew { places.append(0) }
        termOfWord.append(Int32(term.number))
        return term.number
    }
}

/// What the index keeps of a word.
enum IndexTerm {
    /// Longer words are kept by their beginning; what is found is looked at in full anyway.
    private static let mostBytes = 40

    /// The term of a word in its plain spelling.
    static func of(_ word: some Collection<UInt8>) -> [UInt8] { cut(EnglishStem(word).bytes) }

    /// What is kept of a stem, or of its beginning; whole scalars.
    static func cut(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.wholeScalars(mostBytes)) }
}

extension Array<UInt8> {
    /// As many bytes from the beginning as make up whole scalars.
    package func wholeScalars(_ most: Int) -> ArraySlice<UInt8> {
        guard count > most else { return self[...] }
        var end = most
        while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
        return self[..<end]
    }
}
