import Markdown

/// What kind of block a line begins.
enum MarkdownLine {
    /// The first line of an item of a list.
    struct Item {
        /// The number, or `nil` for a list without.
        let number: Int?
        /// The byte behind the number, or the bullet.
        let mark: UInt8
        /// How far its other lines are indented.
        let indent: Int
    }

    case blank
    case fence(CodeFence, indent: Int)
    case heading(Int, ArraySlice<UInt8>)
    case rule
    case quote
    case item(Item)
    case text

    /// Looks at a line.
    init(_ line: ArraySlice<UInt8>) {
        let bare = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let indent = bare.startIndex - line.startIndex
        guard let first = bare.first else {
            self = .blank
            return
        }
        switch first {
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            self = CodeFence(opening: bare).map { .fence($0, indent: indent) } ?? .text
        case UInt8(ascii: "#"): self = Self.heading(bare) ?? .text
        case UInt8(ascii: ">"): self = .quote
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"):
            self = Self.isRule(bare) ? .rule : Self.bullet(bare, indent: indent) ?? .text
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            self = Self.numbered(bare, indent: indent) ?? .text
        default: self = .text
        }
    }

    /// Whether a line of this kind ends a paragraph.
    func interrupts(atLevel level: Int) -> Bool {
        switch self {
        case .blank, .fence, .heading, .rule: true
        case .quote: level < MarkdownHTML.mostLevels
        case .item(let item):
            level < MarkdownHTML.mostLevels && (item.number == nil || item.number == 1)
        case .text: false
        }
    }

    /// A line of a quote without its mark, or `nil` for another line.
    static func unquoted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let bare = line.drop { $0 == UInt8(ascii: " ") }
        guard bare.first == UInt8(ascii: ">") else { return nil }
        let rest = bare.dropFirst()
        return rest.first == UInt8(ascii: " ") ? rest.dropFirst() : rest
    }

    /// A line without blanks at its ends.
    static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let end = start.lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        return end.map { start[...$0] } ?? start.prefix(0)
    }

    private static func heading(_ bare: ArraySlice<UInt8>) -> MarkdownLine? {
        let depth = bare.prefix { $0 == UInt8(ascii: "#") }.count
        let rest = bare.dropFirst(depth)
        guard depth <= 6, rest.first == UInt8(ascii: " ") else { return nil }
        let text = trimmed(rest)
        let open = text.lastIndex { $0 != UInt8(ascii: "#") }
        guard let open, text[open] == UInt8(ascii: " ") else { return .heading(depth, text) }
        return .heading(depth, trimmed(text[...open]))
    }

    private static func isRule(_ bare: ArraySlice<UInt8>) -> Bool {
        let marks = bare.filter { $0 != UInt8(ascii: " ") }
        return marks.count >= 3 && marks[0] != UInt8(ascii: "+")
            && marks.allSatisfy { $0 == marks[0] }
    }

    private static func bullet(_ bare: ArraySlice<UInt8>, indent: Int) -> MarkdownLine? {
        guard let mark = bare.first, mark != UInt8(ascii: "_"),
            bare.count == 1 || bare.dropFirst().first == UInt8(ascii: " ")
        else { return nil }
        return .item(Item(number: nil, mark: mark, indent: indent + 2))
    }

    private static func numbered(_ bare: ArraySlice<UInt8>, indent: Int) -> MarkdownLine? {
        let digits = bare.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let rest = bare.dropFirst(digits.count)
        guard digits.count <= 9, let mark = rest.first,
            mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
            rest.count == 1 || rest.dropFirst().first == UInt8(ascii: " ")
        else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return .item(Item(number: number, mark: mark, indent: indent + digits.count + 2))
    }
}
