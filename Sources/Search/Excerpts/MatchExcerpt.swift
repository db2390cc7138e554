/// The part of a text that shows best what was found in it, in one line.
///
/// White space is one space, what is left out at the ends is `…`, words are cut only where they are
/// longer than the excerpt, characters never.
public struct MatchExcerpt: Hashable, Sendable {
    /// A part of the excerpt.
    public struct Piece: Hashable, Sendable {
        /// What it says.
        public let text: String
        /// Whether it was looked for.
        public let isMatch: Bool

        /// Makes a piece.
        public init(text: String, isMatch: Bool) {
            self.text = text
            self.isMatch = isMatch
        }
    }

    /// The parts, in order; no two of a kind follow each other.
    public let pieces: [Piece]

    /// The whole excerpt.
    public var text: String { pieces.map(\.text).joined() }

    /// Chooses the part with the most different terms.
    ///
    /// - Parameters:
    ///   - content: The text.
    ///   - hits: What was found in it, in order.
    ///   - size: How many characters to show at most, not counting `…`.
    public init(of content: String, hits: [MessageMatch.Hit], size: Int) {
        var content = content
        content.makeContiguousUTF8()
        let size = max(size, 1)
        let window = ExcerptWindow.best(of: hits, size: size)
        let line = ExcerptLine(content, hits: hits, around: window, size: size)
        var pieces: [Piece] = []
        for glyph in line.glyphs {
            if let last = pieces.last, last.isMatch == glyph.isMatch {
                pieces[pieces.count - 1] = Piece(
                    text: last.text + String(glyph.character), isMatch: last.isMatch)
            } else {
                pieces.append(Piece(text: String(glyph.character), isMatch: glyph.isMatch))
            }
        }
        self.pieces = pieces
    }
}
