import Markdown

/// Sets the Markdown of a reply for a terminal while it comes: broken at words, with hanging
/// indentation, styled.
///
/// What was given out is never taken back. The text must be clean: see ``Sanitizer``.
struct MarkdownTypesetter: Sendable {
    /// The longest line across the screen.
    private static let longestRule = 40

    private var parser = MarkdownParser()
    private var wrapper = WordWrapper()
    private var table: MarkdownTable?
    /// Where the links lead that are not printed whole.
    private var addresses: [[UInt8]] = []
    private var link: LinkPlace?
    private var columns: Int?
    private var isUTF8 = true
    private var hasLinks = false

    /// Makes a typesetter at the beginning of a reply.
    init() {
        wrapper.hanging = InkedText()
    }

    /// Takes the next chunk and gives back what can be printed now.
    mutating func add(_ chunk: String, traits: TerminalTraits) -> String {
        set(parser.parse(chunk), traits: traits)
        return takeOutput()
    }

    /// Gives out the word that is held back; what may still be markup stays.
    mutating func flush() -> String {
        wrapper.printHeld()
        return takeOutput()
    }

    /// Ends the reply and gives back what is still to be printed.
    mutating func finish(traits: TerminalTraits) -> String {
        set(parser.finish(), traits: traits)
        wrapper.printHeld()
        return takeOutput()
    }

    /// Is told that somebody else has ended the line on the screen.
    mutating func moveToFreshLine() {
        wrapper.moveToFreshLine()
    }

    /// The column after everything printed.
    var column: Int { wrapper.printedColumn }

    private mutating func takeOutput() -> String {
        ANSIRenderer().render(wrapper.takeOutput(), links: addresses)
    }

    private mutating func set(_ text: MarkdownText, traits: TerminalTraits) {
        columns = traits.columns
        wrapper.width = columns.map { max(1, $0) }
        (isUTF8, hasLinks) = (traits.isUTF8, traits.hasLinks)
        if wrapper.word.isEmpty, wrapper.gap.isEmpty, link == nil, table == nil { addresses = [] }
        var start = 0
        for event in text.events {
            set(event, text.bytes, from: &start)
        }
    }

    private mutating func set(
        _ event: MarkdownText.Event, _ bytes: [UInt8], from start: inout Int
    ) {
        func part(_ end: Int) -> ArraySlice<UInt8> {
            defer { start = end }
            return bytes[start..<end]
        }
        switch event {
        case .text(let end, let style): add(part(end), style)
        case .verbatim(let end, let style): wrapper.addVerbatim(part(end), Ink(style: style))
        case .indent(let end): wrapper.addMark(Array(part(end)), .none)
        case .quote: wrapper.addMark(Array((isUTF8 ? "│ " : "> ").utf8), .faint, repeats: true)
        case .bullet(let end): addBullet(part(end))
        case .number(let end): wrapper.addMark(Array(part(end)), Ink(style: .marker))
        case .task(let end, let isDone):
            let box = part(end).drop { $0 != UInt8(ascii: "[") }
            wrapper.addMark(Array(box), Ink(style: isDone ? .added : .marker))
        case .rule: addRule()
        case .newline: endLine()
        case .link(let end): beginLink(Array(part(end)))
        case .linkEnd: endLink()
        case .table(let alignments): table = MarkdownTable(alignments)
        case .cellEnd: table?.endCell()
        case .rowEnd: table?.endRow()
        case .tableEnd: endTable()
        case .tableDropped: table = nil
        }
    }
}

extension MarkdownTypesetter {
    private mutating func add(_ text: ArraySlice<UInt8>, _ style: MarkdownStyle) {
        link?.text += text
        let ink = Ink(style: style, link: link == nil || !hasLinks ? 0 : addresses.count)
        if table == nil { wrapper.add(text, ink) } else { table?.add(text, ink) }
    }

    private mutating func addBullet(_ mark: ArraySlice<UInt8>) {
        let bullet = isUTF8 ? Array("•".utf8) : [UInt8](mark.prefix(1))
        wrapper.addMark(bullet + mark.dropFirst(), Ink(style: .marker))
    }

    private mutating func addRule() {
        let room = max(3, min(Self.longestRule, (columns ?? 80) - wrapper.column))
        let line = String(repeating: isUTF8 ? "─" : "-", count: room)
        wrapper.addVerbatim(Array(line.utf8)[...], .faint)
    }

    private mutating func endLine() {
        wrapper.endLine()
        wrapper.hanging?.clear()
    }

    private mutating func beginLink(_ address: [UInt8]) {
        let place = LinkPlace(address: address)
        addresses.append(hasLinks && place.isSafe ? address : [])
        link = place
    }

    /// Shows the address behind a link, where a click would not lead there, or another one is
    /// expected.
    private mutating func endLink() {
        guard let place = link else { return }
        link = nil
        let isClickable = hasLinks && place.isSafe
        guard isClickable ? place.isDeceptive : place.text != place.address else { return }
        let words = Array(" (".utf8) + place.address + Array(")".utf8)
        add(words[...], .label)
    }

    private mutating func endTable() {
        guard let table else { return }
        self.table = nil
        let prefix = wrapper.hanging ?? InkedText()
        let room = (columns ?? .max / 2) - wrapper.column
        let lines = table.lines(within: room, isUTF8: isUTF8)
        for index in table.rows.indices where lines == nil {
            if index > 0 { wrapper.print(prefix) }
            wrapper.add(table.plain(table.rows[index]))
            wrapper.endLine()
        }
        for (index, line) in (lines ?? []).enumerated() {
            if index > 0 { wrapper.print(prefix) }
            wrapper.print(line)
            wrapper.endLine()
        }
        wrapper.hanging?.clear()
    }
}
