/// What colours the code of a language.
package struct CodeLanguage: Sendable {
    /// Something that begins a text, and ends it too.
    struct Quote: Sendable {
        /// The bytes before and behind the text.
        let mark: [UInt8]
        /// Whether the text may go over several lines.
        let isMultiline: Bool

        /// Makes a quote; one of several characters goes over several lines, and so does `` ` ``.
        init(_ mark: String) {
            self.mark = Array(mark.utf8)
            isMultiline = mark.utf8.count > 1 || mark == "`"
        }
    }

    /// What it is called behind a fence.
    let names: [String]
    /// Words with a meaning.
    let keywords: Set<String>
    /// Whether words mean the same in capitals.
    let ignoresCase: Bool
    /// What begins a comment to the end of the line.
    let lineComments: [[UInt8]]
    /// What begins and ends a longer comment.
    let blockComment: (start: [UInt8], end: [UInt8])?
    /// What goes around texts, the longest first.
    let quotes: [Quote]
    /// Whether names behind `<` and `</` are what keywords are elsewhere.
    let hasTags: Bool
    /// What stands before the names of variables, attributes and directives.
    let sigils: [UInt8]
    /// What stands behind the name of a value, which is the first word of its line.
    let nameMark: UInt8?
    /// Whether a text before a colon is the name of a value.
    let quotesNames: Bool
    /// Whether each line is one that was added, removed or neither.
    let isDifference: Bool
    /// For each byte whether it is part of a word, and whether it begins something else.
    private let kinds: [UInt8]

    private static let isPartOfWord: UInt8 = 1
    private static let beginsMark: UInt8 = 2

    /// Describes a language; lists are words with a blank between them.
    init(
        _ names: String, keywords: String = "", ignoresCase: Bool = false, comments: String = "",
        block: (String, String)? = nil, quotes: String = "\" '", hasTags: Bool = false,
        sigils: String = "", nameMark: String = "", quotesNames: Bool = false,
        isDifference: Bool = false, wordBytes: String = ""
    ) {
        self.names = names.split(separator: " ").map(String.init)
        self.keywords = Set(keywords.split(separator: " ").map(String.init))
        self.ignoresCase = ignoresCase
        lineComments = comments.split(separator: " ").map { Array($0.utf8) }
        blockComment = block.map { (Array($0.0.utf8), Array($0.1.utf8)) }
        self.quotes = quotes.split(separator: " ").map { Quote(String($0)) }
        self.hasTags = hasTags
        self.sigils = Array(sigils.utf8)
        self.nameMark = nameMark.utf8.first
        self.quotesNames = quotesNames
        self.isDifference = isDifference
        var kinds = [UInt8](repeating: 0, count: 256)
        for byte in UInt8.min...UInt8.max
        where ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.underscore
            || byte >= 0x80 || wordBytes.utf8.contains(byte)
        {
            kinds[Int(byte)] = Self.isPartOfWord
        }
        let marks = lineComments + [blockComment?.start ?? []] + self.quotes.map(\.mark)
        for byte in marks.compactMap(\.first) + self.sigils {
            kinds[Int(byte)] |= Self.beginsMark
        }
        self.kinds = kinds
    }

    /// The language of a fence's name, if it is one that is known.
    package static func named(_ name: String) -> CodeLanguage? { byName[name.lowercased()] }

    private static let byName = Dictionary(
        all.flatMap { language in language.names.map { ($0, language) } },
        uniquingKeysWith: { first, _ in first })

    /// The languages that people ask models about most.
    static let all = scripts + cFamily + webFamily + systems + data + markup

    /// Whether a byte is part of a word.
    func isWord(_ byte: UInt8) -> Bool { kinds[Int(byte)] & Self.isPartOfWord != 0 }

    /// Whether a byte may begin a comment, a text, or a name.
    func beginsMark(_ byte: UInt8) -> Bool { kinds[Int(byte)] & Self.beginsMark != 0 }

    /// Whether a byte may begin anything with a meaning.
    func isSpecial(_ byte: UInt8) -> Bool { kinds[Int(byte)] != 0 }

    /// Whether a word has a meaning in the language.
    func isKeyword(_ word: ArraySlice<UInt8>) -> Bool {
        let word = String(decoding: word, as: UTF8.self)
        return keywords.contains(ignoresCase ? word.lowercased() : word)
    }
}
