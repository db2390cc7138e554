/// What a message has to have in the index to be looked at for a query.
///
/// The index knows the stems of words, and nothing of their order. It leaves out only messages that
/// cannot be what is looked for; whether the others are is decided with their text.
package struct IndexQuery: Hashable, Sendable {
    /// One word of a query.
    package enum Word: Hashable, Sendable {
        /// Any of these terms.
        case terms([[UInt8]])
        /// Any term that begins so, or one of the others.
        case prefix([UInt8], others: [[UInt8]])
    }

    /// For each required term of the query that has words, these; each of them has to be there.
    package let terms: [[Word]]

    /// Finds out what a query needs.
    ///
    /// - Returns: `nil` where the index can leave nothing out: for parts of words, regular
    ///   expressions, signs, and queries without words.
    package init?(_ text: SearchQuery.Text) {
        guard case .words(let required, _) = text else { return nil }
        var terms: [[Word]] = []
        for term in required {
            guard let words = Self.words(of: TermPattern(term)) else { return nil }
            terms.append(words)
        }
        guard terms.contains(where: { !$0.isEmpty }) else { return nil }
        self.terms = terms
    }

    private static func words(of pattern: TermPattern) -> [Word]? {
        switch pattern {
        case .literal(let bytes):
            // It does not begin or end within a word, so that its words are whole ones.
            let text = FoldedText(String(decoding: bytes, as: UTF8.self))
            return text.tokens.map { .terms([IndexTerm.of(text.spelling(of: $0))]) }
        case .words(let words):
            var found: [Word] = []
            for word in words {
                guard let word = Self.word(of: word) else { return nil }
                found.append(word)
            }
            return found
        }
    }

    private static func word(of pattern: WordPattern) -> Word? {
        switch pattern {
        case .exact(let bytes): .terms([IndexTerm.of(bytes)])
        case .stem(let stem): .terms([IndexTerm.cut(stem.bytes)])
        case .prefix(let bytes):
            .prefix(
                IndexTerm.cut(bytes),
                others: EnglishStem.shorter(thanBeginning: bytes))
        case .near(let near): near.terms.map(Word.terms)
        }
    }
}

extension EnglishStem {
    /// What the endings of a word may have been before they were left out.
    private static let endings = ["e", "y", "s", "es", "ies", "ed", "ied", "ing", "ings"]
        .map { Array($0.utf8) }

    /// The stems that are shorter than the beginning of their word, as far as they may be.
    static func shorter(thanBeginning bytes: [UInt8]) -> [[UInt8]] {
        var stems: [[UInt8]] = []
        for count in bytes.indices.dropFirst() {
            let core = bytes[..<count]
            var rest = bytes[count...]
            if rest.count > 1, rest.first == core.last { rest = rest.dropFirst() }
            guard
                endings.contains(where: {
                    $0.starts(with: rest) || $0.starts(with: bytes[count...])
                }) || rest == core.suffix(1)
            else { continue }
            stems += [[], [UInt8(ascii: "e")], [UInt8(ascii: "y")]].map { core + $0 }
        }
        return stems
    }
}

extension NearWord {
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)

    /// The terms of the words that it matches, or `nil` where they cannot be listed: those of
    /// scripts other than the Latin one.
    var terms: [[UInt8]]? {
        let letters = Self.letters
        guard bytes.allSatisfy(letters.contains) else { return nil }
        var words: Set<[UInt8]> = [bytes]
        for place in 0...bytes.count {
            let (head, tail) = (Array(bytes[..<place]), bytes[place...])
            for letter in letters {
                words.insert(head + [letter] + tail)
                if !tail.isEmpty { words.insert(head + [letter] + tail.dropFirst()) }
            }
            if !tail.isEmpty { words.insert(head + tail.dropFirst()) }
            if tail.count > 1 {
                let swapped = [tail[place + 1], tail[place]]
                words.insert(head + swapped + tail.dropFirst(2))
            }
        }
        return Array(Set(words.map(IndexTerm.of)))
    }
}
