/// A piece of a line whose meaning may still change while the line goes on.
struct InlineNode {
    /// What a piece is.
    enum Kind {
        /// Text that is shown.
        case text
        /// The address of a link whose text follows.
        case link
        /// The end of the text of a link.
        case linkEnd
    }

    /// What it is.
    var kind = Kind.text
    /// Where its bytes begin.
    var start: Int
    /// Where its bytes end.
    var end: Int
    /// What they mean so far.
    var style: MarkdownStyle = []
}

/// A mark that begins something if its other half comes.
struct InlineOpener {
    /// The byte that the mark is made of.
    let byte: UInt8
    /// How many of them wait for their other half.
    var count: Int
    /// How many of them there were.
    let length: Int
    /// Whether the mark could also have ended something.
    let canClose: Bool
    /// The piece that it is.
    var node: Int
}
