/// How one text becomes another one, word by word.
package struct WordDifference: Hashable, Sendable {
    /// A piece of one or both texts.
    package enum Piece: Hashable, Sendable {
        /// In both texts.
        case same(String)
        /// In the old one alone.
        case removed(String)
        /// In the new one alone.
        case added(String)
    }

    /// Words beyond which texts are not compared: the time grows with what differs times what is
    /// there.
    private static let limit = 5_000

    /// The pieces in order; neighbours are of different kinds.
    package let pieces: [Piece]

    /// Compares two texts.
    ///
    /// Blanks are words too, so that the texts can be made of the pieces. Texts that are very long
    /// are told as removed and added as a whole.
    package init(from old: String, to new: String) {
        let before = Self.words(of: old)
        let after = Self.words(of: new)
        guard before.count <= Self.limit, after.count <= Self.limit else {
            pieces = old == new ? [.same(old)] : [.removed(old), .added(new)]
            return
        }
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        pieces = Self.pieces(before, removed, after, added)
    }

    private static func pieces(
        _ before: [Substring], _ removed: Set<Int>, _ after: [Substring], _ added: Set<Int>
    ) -> [Piece] {
        var pieces: [Piece] = []
        var old = 0
        var new = 0
        while old < before.count || new < after.count {
            let start = (old, new)
            while removed.contains(old) { old += 1 }
            while added.contains(new) { new += 1 }
            if old > start.0 { pieces.append(.removed(before[start.0..<old].joined())) }
            if new > start.1 { pieces.append(.added(after[start.1..<new].joined())) }
            let same = old
            while old < before.count, !removed.contains(old), !added.contains(new) {
                old += 1
                new += 1
            }
            if old > same { pieces.append(.same(before[same..<old].joined())) }
        }
        return pieces
    }

    /// Words and the blanks between them, each by itself.
    private static func words(of text: String) -> [Substring] {
        var words: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            let isBlank = first.isWhitespace
            let word = rest.prefix { $0.isWhitespace == isBlank }
            words.append(word)
            rest = rest[word.endIndex...]
        }
        return words
    }
}
