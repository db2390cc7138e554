import Markdown

/// How a piece of text looks: what it means in Markdown, and where a click on it leads.
struct Ink: Equatable, Sendable {
    /// Nothing special.
    static let none = Ink()
    /// What belongs to the layout, as the bar of a quotation.
    static let faint = Ink(style: .label)

    /// What the text means.
    var style: MarkdownStyle = []
    /// The number of the link that it is part of, from 1; 0 is none.
    var link = 0

    /// Compares the bits: the comparison of option sets is not specialised across modules.
    static func == (left: Ink, right: Ink) -> Bool {
        left.style.rawValue == right.style.rawValue && left.link == right.link
    }
}

/// Bytes of text, and how they look.
struct InkedText: Sendable {
    /// Bytes up to an index that look alike.
    struct Run: Sendable {
        /// Where they end.
        var end: Int
        /// How they look.
        let ink: Ink
    }

    /// The bytes.
    private(set) var bytes: [UInt8] = []
    /// How they look, in order.
    private(set) var runs: [Run] = []

    /// Makes an empty text.
    init() {}

    /// Makes a text that looks alike.
    init(_ text: String, _ ink: Ink = .none) {
        append(text.utf8, ink)
    }

    /// Whether there is nothing.
    var isEmpty: Bool { bytes.isEmpty }

    /// Whether all bytes are ASCII, so that each one takes a cell.
    var isASCII: Bool { bytes.allSatisfy { $0 < 0x80 } }

    /// The cells that the text takes.
    var cells: Int {
        isASCII ? bytes.count : CellWidth.of(String(decoding: bytes, as: UTF8.self))
    }

    /// Appends bytes that look alike.
    mutating func append(_ more: some Collection<UInt8>, _ ink: Ink) {
        guard !more.isEmpty else { return }
        bytes.append(contentsOf: more)
        if let last = runs.indices.last, runs[last].ink == ink {
            runs[last].end = bytes.count
        } else {
            runs.append(Run(end: bytes.count, ink: ink))
        }
    }

    /// Appends what another text has in a range.
    mutating func append(_ other: InkedText, _ range: Range<Int>) {
        var start = range.lowerBound
        for run in other.runs where run.end > start {
            let end = min(run.end, range.upperBound)
            guard start < end else { break }
            append(other.bytes[start..<end], run.ink)
            start = end
        }
    }

    /// Appends all of another text.
    mutating func append(_ other: InkedText) { append(other, 0..<other.bytes.count) }

    /// Appends blanks.
    mutating func appendBlanks(_ count: Int) {
        if count > 0 { append(repeatElement(0x20, count: count), .none) }
    }

    /// Forgets everything.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
    }
}
