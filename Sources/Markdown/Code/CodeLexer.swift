/// Colours code while it comes, by what is known of its language.
///
/// Nothing is added to the code and nothing is taken away. Only a word, or a mark of more bytes,
/// is held back until it is complete.
struct CodeLexer {
    /// What the lexer is in the middle of.
    enum Place {
        case code
        /// A comment up to the end of the line.
        case lineComment
        /// A comment up to a mark.
        case blockComment
        /// A text up to the mark of one of the language's quotes.
        case quote(Int)
    }

    /// A longer word is no keyword.
    static let longestWord = 64

    /// The language, where it is known.
    let language: CodeLanguage?
    /// What the lexer is in the middle of.
    var place = Place.code
    /// The bytes that are not given out yet.
    var bytes: [UInt8] = []
    /// How many of them were looked at.
    var scan = 0
    /// The byte before the first of them, or 0 at the beginning of a line.
    var before: UInt8 = 0
    /// Whether a word stood in the line already.
    var hasWord = false
    /// What the whole line means, in a language of lines.
    var lineStyle: MarkdownStyle?

    /// Prepares for code in the language that a fence names.
    init(_ name: String) {
        language = name.isEmpty ? nil : CodeLanguage.named(name)
    }

    /// Takes the next bytes of a line.
    mutating func add(_ more: ArraySlice<UInt8>, to text: inout MarkdownText) {
        guard let language else { return text.appendVerbatim(more, .code) }
        bytes.append(contentsOf: more)
        advance(in: language, isEnd: false, to: &text)
    }

    /// Ends a line.
    mutating func endLine(to text: inout MarkdownText) {
        guard let language else { return }
        advance(in: language, isEnd: true, to: &text)
        (before, hasWord, lineStyle) = (0, false, nil)
        switch place {
        case .lineComment: place = .code
        case .quote(let index) where !language.quotes[index].isMultiline: place = .code
        default: break
        }
    }

    private mutating func advance(
        in language: CodeLanguage, isEnd: Bool, to text: inout MarkdownText
    ) {
        while scan < bytes.count {
            guard let (end, style) = next(in: language, isEnd: isEnd) else { break }
            text.appendVerbatim(bytes[scan..<end], style)
            before = bytes[end - 1]
            scan = end
        }
        bytes.removeFirst(scan)
        scan = 0
    }

    /// The end of what stands at the place of the scan, and what it means; `nil` where more must
    /// come first.
    private mutating func next(
        in language: CodeLanguage, isEnd: Bool
    ) -> (end: Int, style: MarkdownStyle)? {
        if language.isDifference { return difference() }
        switch place {
        case .code: return code(in: language, isEnd: isEnd)
        case .lineComment: return (bytes.count, .comment)
        case .blockComment:
            let mark = language.blockComment?.end ?? []
            return inside(mark, isEnd, hasEscapes: false, as: .comment)
        case .quote(let index):
            return inside(language.quotes[index].mark, isEnd, hasEscapes: true, as: .string)
        }
    }

    /// A line of a difference means one thing from its first byte on.
    private mutating func difference() -> (end: Int, style: MarkdownStyle) {
        if lineStyle == nil {
            switch bytes[scan] {
            case ASCII.plus: lineStyle = .added
            case ASCII.dash: lineStyle = .removed
            case UInt8(ascii: "@"): lineStyle = .name
            default: lineStyle = []
            }
        }
        return (bytes.count, lineStyle ?? [])
    }

    /// Looks for the mark that ends a comment or a text.
    private mutating func inside(
        _ mark: [UInt8], _ isEnd: Bool, hasEscapes: Bool, as style: MarkdownStyle
    ) -> (end: Int, style: MarkdownStyle)? {
        var index = scan
        while index < bytes.count {
            if hasEscapes, bytes[index] == ASCII.backslash {
                guard index + 1 < bytes.count || isEnd else { break }
                index = min(index + 2, bytes.count)
                continue
            }
            switch match(mark, at: index, isEnd) {
            case true?:
                place = .code
                return (index + mark.count, style)
            case false?: index += 1
            case nil: return index > scan ? (index, style) : nil
            }
        }
        return index > scan ? (index, style) : nil
    }

    /// Whether a mark stands at an index; `nil` where only its beginning is there so far.
    func match(_ mark: [UInt8], at index: Int, _ isEnd: Bool) -> Bool? {
        for (offset, byte) in mark.enumerated() {
            guard index + offset < bytes.count else { return isEnd ? false : nil }
            if bytes[index + offset] != byte { return false }
        }
        return true
    }
}
