/// What a parser has made of some Markdown: text, and what it means, in order.
///
/// The events share one buffer of bytes; each event with an end takes the bytes from the end of
/// the one before up to its own.
package struct MarkdownText: Sendable {
    /// On which side of its column a text of a table stands.
    package enum Alignment: Hashable, Sendable {
        case leading, center, trailing
    }

    /// One thing to show.
    package enum Event: Hashable, Sendable {
        /// Text of a line, which may be broken between words.
        case text(end: Int, MarkdownStyle)
        /// Text that stays as it is.
        case verbatim(end: Int, MarkdownStyle)
        /// The blanks that a line begins with.
        case indent(end: Int)
        /// The mark of a quotation at the beginning of a line.
        case quote
        /// The bullet of a list item, and the blanks behind it.
        case bullet(end: Int)
        /// The number of a list item, and the blanks behind it.
        case number(end: Int)
        /// The box of a task, and the blank behind it.
        case task(end: Int, isDone: Bool)
        /// A line across the screen.
        case rule
        /// The end of a line.
        case newline
        /// The address of the link whose text follows, and a title where it has one.
        case link(end: Int)
        /// The end of the text of a link.
        case linkEnd
        /// A table begins, with so many columns.
        case table([Alignment])
        /// A cell of a table ends.
        case cellEnd
        /// A row of a table ends.
        case rowEnd
        /// A table ends, and can be laid out.
        case tableEnd
        /// The table is too large, and comes again as text.
        case tableDropped
    }

    /// The bytes of all events.
    package private(set) var bytes: [UInt8] = []
    /// What to show.
    package private(set) var events: [Event] = []

    /// Makes an empty text.
    package init() {}

    /// Appends an event without text.
    mutating func append(_ event: Event) { events.append(event) }

    /// Appends text that may be broken between words.
    mutating func append(_ text: some Sequence<UInt8>, _ style: MarkdownStyle) {
        let start = bytes.count
        bytes.append(contentsOf: text)
        guard bytes.count > start else { return }
        // Parts of one character stay in one event.
        if case .text(start, style) = events.last { events.removeLast() }
        events.append(.text(end: bytes.count, style))
    }

    /// Appends text that stays as it is.
    mutating func appendVerbatim(_ text: some Sequence<UInt8>, _ style: MarkdownStyle = []) {
        let start = bytes.count
        bytes.append(contentsOf: text)
        guard bytes.count > start else { return }
        if case .verbatim(start, style) = events.last { events.removeLast() }
        events.append(.verbatim(end: bytes.count, style))
    }

    /// Appends an event with its text.
    mutating func append(_ text: some Sequence<UInt8>, as event: (Int) -> Event) {
        bytes.append(contentsOf: text)
        events.append(event(bytes.count))
    }
}
