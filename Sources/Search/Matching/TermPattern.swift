/// A term as it is compared with texts.
enum TermPattern: Hashable, Sendable {
    /// Words that follow each other; there is at least one.
    case words([WordPattern])
    /// A plain spelling that does not begin or end within a word.
    case literal([UInt8])

    /// Makes the pattern of a term.
    ///
    /// What has no words is taken literally.
    init(_ term: SearchTerm) {
        switch term {
        case .word(let text):
            let words = Self.words(text)
            if words.count == 1, let word = words.first {
                self = .words([.stem(EnglishStem(word))])
            } else {
                self.init(words, isOpen: false, text: text)
            }
        case .near(let text):
            let words = Self.words(text)
            if words.count == 1, let word = words.first.flatMap(NearWord.init) {
                self = .words([.near(word)])
            } else {
                self.init(.word(text))
            }
        case .prefix(let text): self.init(Self.words(text), isOpen: true, text: text)
        case .phrase(let texts, let endsOpen):
            let text = texts.joined(separator: " ")
            self.init(Self.words(text), isOpen: endsOpen, text: text)
        case .literal(let text): self = .literal(FoldedText.plain(text))
        }
    }

    private init(_ words: [[UInt8]], isOpen: Bool, text: String) {
        guard let last = words.last else {
            self = .literal(FoldedText.plain(text))
            return
        }
        self = .words(
            words.dropLast().map(WordPattern.exact) + [isOpen ? .prefix(last) : .exact(last)])
    }

    private static func words(_ text: String) -> [[UInt8]] {
        let folded = FoldedText(text)
        return folded.tokens.map { Array(folded.spelling(of: $0)) }
    }
}

/// One word as it is compared with others.
enum WordPattern: Hashable, Sendable {
    /// The word as it stands.
    case exact([UInt8])
    /// The beginning of a word.
    case prefix([UInt8])
    /// Any word with this stem.
    case stem(EnglishStem)
    /// Any word that is at most one slip away.
    case near(NearWord)

    /// Of which each word that it matches has one.
    var parts: [[UInt8]] {
        switch self {
        case .exact(let bytes), .prefix(let bytes): [bytes]
        case .stem(let stem): [Array(stem.core)]
        case .near(let word): word.parts
        }
    }

    /// Whether it matches a word in its plain spelling.
    func matches(_ word: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .exact(let bytes): word.elementsEqual(bytes)
        case .prefix(let bytes): word.starts(with: bytes)
        case .stem(let stem): word.starts(with: stem.core) && EnglishStem(word) == stem
        case .near(let near): near.matches(word)
        }
    }
}
