/// A text in its plain spelling, cut into words.
struct FoldedText {
    /// A word: a run of letters and digits, or one character of a script without spaces.
    struct Token {
        /// Where its plain spelling stands.
        var folded: Range<Int>
        /// Where it stands in the UTF-8 of the text, accents included.
        var source: Range<Int>
    }

    /// The plain spelling of the whole text, in UTF-8.
    private(set) var bytes: [UInt8] = []
    /// The words, in order.
    private(set) var tokens: [Token] = []
    /// For each byte of the plain spelling, and for its end, where what it was made of begins.
    ///
    /// Empty unless it was asked for.
    private(set) var origins: [Int] = []

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - withOrigins: Whether places that are no words will be asked for.
    init(_ text: String, withOrigins: Bool = false) {
        var text = text
        text.withUTF8 { read(UnsafeRawBufferPointer($0), withOrigins: withOrigins) }
    }

    private mutating func read(_ source: UnsafeRawBufferPointer, withOrigins: Bool) {
        let table = FoldTable.shared
        bytes.reserveCapacity(source.count)
        var isInWord = false
        var place = 0
        while place < source.count {
            let (scalar, length) = UTF8Reader.scalar(source, at: place)
            let fold = table.fold(scalar)
            let start = bytes.count
            append(fold)
            if withOrigins {
                for _ in start..<bytes.count { origins.append(place) }
            }
            let end = place + length
            switch fold.kind {
            case .separator: isInWord = false
            case .word where isInWord: extend(to: end)
            case .word, .dense:
                tokens.append(Token(folded: start..<bytes.count, source: place..<end))
                isInWord = fold.kind == .word
            case .dropped:
                if tokens.last?.source.upperBound == place { extend(to: end) }
            }
            place = end
        }
        if withOrigins { origins.append(source.count) }
    }

    private mutating func append(_ fold: ScalarFold) {
        var rest = fold.bytes
        for _ in 0..<fold.count {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Takes what was read last into the last word.
    private mutating func extend(to end: Int) {
        let last = tokens.count - 1
        let token = tokens[last]
        tokens[last] = Token(
            folded: token.folded.lowerBound..<bytes.count,
            source: token.source.lowerBound..<end)
    }

    /// The plain spelling of a word.
    func spelling(of token: Token) -> ArraySlice<UInt8> { bytes[token.folded] }

    /// Where a part of the plain spelling comes from, whole scalars with their accents.
    ///
    /// The text has to have been read with origins.
    func source(of part: Range<Int>) -> Range<Int> {
        guard let last = part.last else {
            return origins[part.lowerBound]..<origins[part.lowerBound]
        }
        var end = part.upperBound
        while end < bytes.count, origins[end] == origins[last] { end += 1 }
        return origins[part.lowerBound]..<origins[end]
    }

    /// Whether a place in the plain spelling is within a word and not at one of its ends.
    func isInsideWord(_ place: Int) -> Bool {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].folded.upperBound <= place { low = middle + 1 } else { high = middle }
        }
        return low < tokens.count && tokens[low].folded.lowerBound < place
    }
}

extension FoldedText {
    /// The plain spelling of a short text.
    static func plain(_ text: String) -> [UInt8] { FoldedText(text).bytes }
}
