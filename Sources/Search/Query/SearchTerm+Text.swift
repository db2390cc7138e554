extension SearchTerm {
    /// What is meant by a text of a query; `nil` where there is nothing but a star or spaces.
    ///
    /// A star at the end makes the beginning of a word of it. A text without spaces that has signs
    /// at its ends is taken with them, but for those that belong to sentences.
    init?(text: String, isQuoted: Bool) {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let last = words.last else { return nil }
        if words.count == 1, !isQuoted || Self.trimmed(last) == last, Self.isLiteral(last) {
            self = .literal(last)
            return
        }
        let isOpen = last.count > 1 && last.hasSuffix("*")
        let bare = words.dropLast() + [isOpen ? String(last.dropLast()) : last]
        if isQuoted {
            self = .phrase(bare.map(Self.trimmed), endsOpen: isOpen)
        } else {
            self = isOpen ? .prefix(bare.joined()) : .word(Self.trimmed(last))
        }
    }

    /// Whether signs at the ends of a text are part of what is meant.
    private static func isLiteral(_ text: String) -> Bool {
        let isOpen = text.count > 1 && text.hasSuffix("*")
        let bare = isOpen ? String(text.dropLast()) : text
        if FoldedText(bare).tokens.isEmpty { return true }
        // A dot before a word is that of a file or a method, and no end of a sentence.
        if isOpen { return false }
        if bare.hasPrefix("."), !bare.hasPrefix("..") { return true }
        let rest = trimmed(bare)
        return [rest.first, rest.last].contains { $0.map(isSign) ?? false }
    }

    /// Whether a character is part of no word.
    private static func isSign(_ character: Character) -> Bool {
        FoldedText(String(character)).tokens.isEmpty
    }

    /// A text without the signs of sentences at its ends.
    private static func trimmed(_ text: String) -> String {
        let signs = ".,;:!?'\"()[]{}…«»‹›‘’“”„¿¡、。，．！？：；（）「」『』"
        let start = text.drop { signs.contains($0) }
        let kept = start.reversed().drop { signs.contains($0) }
        return kept.isEmpty ? text : String(kept.reversed())
    }
}
