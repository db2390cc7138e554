/// What colours the code of a language.
struct CodeLanguage: Sendable {
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

    /// Describes a language; lists are words with a blank between them.
    init(
        _ names: String, keywords: String = "", ignoresCase: Bool = false, comments: String = "",
        block: (String, String)? = nil, quotes: String = "\" '", hasTags: Bool = false
    ) {
        self.names = names.split(separator: " ").map(String.init)
        self.keywords = Set(keywords.split(separator: " ").map(String.init))
        self.ignoresCase = ignoresCase
        lineComments = comments.split(separator: " ").map { Array($0.utf8) }
        blockComment = block.map { (Array($0.0.utf8), Array($0.1.utf8)) }
        self.quotes = quotes.split(separator: " ").map { Quote(String($0)) }
        self.hasTags = hasTags
    }

    /// The language of a fence's name, if it is one that is known.
    static func named(_ name: String) -> CodeLanguage? { byName[name.lowercased()] }

    private static let byName = Dictionary(
        all.flatMap { language in language.names.map { ($0, language) } },
        uniquingKeysWith: { first, _ in first })
}
