/// A file that a message names, and that may go along with it.
struct FileMention: Hashable {
    /// How it is named.
    enum Kind: Hashable {
        /// With `@` in front, so that it is wanted.
        case explicit
        /// With the ending of an image, as when a file is dropped into the terminal.
        case image
    }

    /// The path as it was meant.
    let path: String
    /// How it is named.
    let kind: Kind

    private static let imageEndings = [".png", ".jpg", ".jpeg", ".gif", ".webp"]
    private static let punctuation: Set<Character> = [
        ".", ",", ";", ":", "!", "?", ")", "]", "}", "'", "\"",
    ]

    /// Whether it can hardly be anything but a path.
    var isClearlyPath: Bool {
        ["/", "./", "../", "~/"].contains { path.hasPrefix($0) }
    }

    /// The path, and shorter ones without the punctuation of the sentence behind it.
    var candidates: [String] {
        var candidates = [path]
        var rest = Substring(path)
        while let last = rest.last, Self.punctuation.contains(last) {
            rest.removeLast()
            if !rest.isEmpty { candidates.append(String(rest)) }
        }
        return candidates
    }

    /// Finds what a message names: `@path`, `@"a path with spaces"`, and paths of images, which
    /// may be in quotes or have a backslash before each space.
    static func all(in text: String) -> [FileMention] {
        var mentions: [FileMention] = []
        var rest = text[...]
        var isWordStart = true
        while let first = rest.first {
            if isWordStart, let (mention, end) = mention(at: rest) {
                if !mentions.contains(mention) { mentions.append(mention) }
                rest = rest[end...]
            } else {
                rest.removeFirst()
            }
            isWordStart = begins(behind: first)
        }
        return mentions
    }

    /// Whether a file can be named behind a character, or (with `nil`) at the beginning.
    static func begins(behind character: Character?) -> Bool {
        guard let character else { return true }
        return character.isWhitespace || "([{".contains(character)
    }

    private static func mention(at text: Substring) -> (FileMention, String.Index)? {
        let isExplicit = text.first == "@"
        let (path, end) = word(at: isExplicit ? text.dropFirst() : text)
        guard !path.isEmpty else { return nil }
        if isExplicit { return (FileMention(path: path, kind: .explicit), end) }
        let lower = FileMention(path: path.lowercased(), kind: .image)
        guard
            lower.candidates.contains(where: { candidate in
                imageEndings.contains { candidate.hasSuffix($0) && candidate != $0 }
            })
        else { return nil }
        return (FileMention(path: path, kind: .image), end)
    }

    /// The word that a text begins with, without its quotes and backslashes, and where it ends.
    private static func word(at text: Substring) -> (String, String.Index) {
        if let quote = text.first, quote == "\"" || quote == "'",
            let end = text.dropFirst().firstIndex(where: { $0 == quote || $0.isNewline }),
            text[end] == quote
        {
            return (String(text.dropFirst()[..<end]), text.index(after: end))
        }
        var word = ""
        var index = text.startIndex
        while index < text.endIndex, !text[index].isWhitespace {
            let next = text.index(after: index)
            if text[index] == "\\", next < text.endIndex, !text[next].isNewline {
                word.append(text[next])
                index = text.index(after: next)
            } else {
                word.append(text[index])
                index = next
            }
        }
        return (word, index)
    }
}
