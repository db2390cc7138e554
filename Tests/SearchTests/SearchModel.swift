import Chat
import Search

/// A vocabulary whose plain words are written beside it, so that nothing has to be folded to know
/// what a text made of it holds.
enum SearchModel {
    /// What a text is made of.
    struct Item {
        /// How it is written.
        let text: String
        /// Its words in their plain spelling.
        let words: [String]
    }

    static let items: [Item] = [
        Item(text: "run", words: ["run"]), Item(text: "Running", words: ["running"]),
        Item(text: "parties", words: ["parties"]), Item(text: "PARTY", words: ["party"]),
        Item(text: "Code", words: ["code"]), Item(text: "coding", words: ["coding"]),
        Item(text: "Café", words: ["cafe"]), Item(text: "cafe\u{301}s", words: ["cafes"]),
        Item(text: "Straße", words: ["strasse"]), Item(text: "İSTANBUL", words: ["istanbul"]),
        Item(text: "Việt", words: ["viet"]), Item(text: "Ёлка", words: ["елка"]),
        Item(text: "ΛΌΓΟΣ", words: ["λογοσ"]), Item(text: "Ｆｕｌｌ", words: ["full"]),
        Item(text: "ⱥȺ", words: ["aa"]), Item(text: "soft\u{AD}en", words: ["soften"]),
        Item(text: "snake_case", words: ["snake", "case"]),
        Item(text: "don’t", words: ["don", "t"]),
        Item(text: "東京", words: ["東", "京"]), Item(text: "京", words: ["京"]),
        Item(text: "ไทย", words: ["ไ", "ท", "ย"]), Item(text: "한국", words: ["한", "국"]),
        Item(text: "C++", words: ["c"]), Item(text: "->", words: []),
        Item(text: "/etc", words: ["etc"]),
        Item(text: "🎉", words: []), Item(text: "👩\u{200D}👧", words: []),
        Item(text: "\\n", words: ["n"]),
        Item(text: "\"user\"", words: ["user"]), Item(text: "\u{FFFD}", words: []),
        Item(text: "\u{0}", words: []), Item(text: "𝒳", words: ["𝒳"]),
    ]

    static let separators = [" ", "\n", ", ", "\t", " / ", " \" ", " — "]

    /// How often a term is in a text made of items, by comparing strings.
    static func count(_ term: SearchTerm, _ items: [Item]) -> Int {
        let words = items.flatMap(\.words)
        return switch term {
        case .word(let text): words.count { family($0) == family(text) }
        case .near(let text): words.count { isNear($0, to: text) }
        case .prefix(let text): words.count { $0.hasPrefix(text) }
        case .phrase(let wanted, let endsOpen): count(wanted, endsOpen, words[...])
        case .literal(let text): items.count { $0.text == text }
        }
    }

    private static func count(
        _ wanted: [String], _ endsOpen: Bool, _ words: ArraySlice<String>
    ) -> Int {
        guard words.count >= wanted.count, let last = wanted.last else { return 0 }
        let part = words.prefix(wanted.count)
        let isThere =
            part.dropLast().elementsEqual(wanted.dropLast())
            && (endsOpen ? part.last?.hasPrefix(last) == true : part.last == last)
        let rest = words.dropFirst(isThere ? wanted.count : 1)
        return (isThere ? 1 : 0) + count(wanted, endsOpen, rest)
    }

    private static func isNear(_ word: String, to text: String) -> Bool {
        family(word) == family(text)
            || text.unicodeScalars.count > 3
                && NearestName.distance(Array(word), Array(text)) <= 1
    }

    /// The words of the vocabulary that are forms of one.
    private static func family(_ word: String) -> String {
        [
            "running": "run", "parties": "party", "coding": "code", "cafes": "cafe",
        ][word] ?? word
    }
}
