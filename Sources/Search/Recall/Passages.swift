/// Cuts messages into passages, each of which gets a vector of its own.
package enum Passages {
    /// How many characters a passage has at the most; models read no more than a few hundred words.
    package static let longest = 1500
    /// How many passages of a message are looked at.
    package static let most = 8

    /// A part of a message.
    package struct Passage: Hashable, Sendable {
        /// Where it begins in the UTF-8 of the message.
        package let start: Int
        /// What it says.
        package let text: String
    }

    /// The passages of a text, cut at the ends of paragraphs or sentences; none of one that is
    /// empty.
    package static func of(_ text: String) -> [Passage] {
        var passages: [Passage] = []
        var rest = text[...].drop(while: \.isWhitespace)
        while !rest.isEmpty, passages.count < most {
            let head = rest.prefix(longest)
            let part = head.endIndex < rest.endIndex ? rest[..<cut(head)] : head
            passages.append(
                Passage(
                    start: text.utf8.distance(from: text.startIndex, to: part.startIndex),
                    text: String(part)))
            rest = rest[part.endIndex...].drop(while: \.isWhitespace)
        }
        return passages
    }

    /// Where to cut what is too long to be followed by more: behind a paragraph, a line, a
    /// sentence or a word, as long as that leaves half of it.
    private static func cut(_ text: Substring) -> Substring.Index {
        let middle = text.index(text.startIndex, offsetBy: longest / 2)
        let half = text[middle...]
        if let paragraph = half.ranges(of: "\n\n").last { return paragraph.upperBound }
        if let line = half.lastIndex(where: \.isNewline) { return text.index(after: line) }
        var before: Character = " "
        var sentence: Substring.Index?
        var word: Substring.Index?
        for index in half.indices {
            let character = half[index]
            if character.isWhitespace {
                word = index
                if ".!?:;".contains(before) { sentence = index }
            } else if "。！？".contains(character) {
                sentence = half.index(after: index)
            }
            before = character
        }
        return sentence ?? word ?? text.endIndex
    }
}
