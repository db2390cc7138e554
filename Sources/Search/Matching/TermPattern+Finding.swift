extension TermPattern {
    /// Where the term is, none within another one: numbers of words, or places in the plain
    /// spelling for what is taken literally.
    func places(in text: FoldedText) -> [Range<Int>] {
        switch self {
        case .words(let words): Self.places(of: words, in: text)
        case .literal(let bytes):
            Needle(bytes).ranges(in: text.bytes) {
                !text.isInsideWord($0.lowerBound) && !text.isInsideWord($0.upperBound)
            }
        }
    }

    /// Where such a place is in the UTF-8 of the text.
    func source(of place: Range<Int>, in text: FoldedText) -> Range<Int> {
        switch self {
        case .words:
            text.tokens[place.lowerBound].source
                .lowerBound..<text.tokens[place.upperBound - 1].source.upperBound
        case .literal: text.source(of: place)
        }
    }

    private static func places(of words: [WordPattern], in text: FoldedText) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var start = 0
        while start + words.count <= text.tokens.count {
            let isThere = words.indices.allSatisfy {
                words[$0].matches(text.spelling(of: text.tokens[start + $0]))
            }
            if isThere { places.append(start..<(start + words.count)) }
            start += isThere ? words.count : 1
        }
        return places
    }
}
