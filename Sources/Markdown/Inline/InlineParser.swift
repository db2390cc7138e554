/// Reads the text of one line as it comes: emphasis, code and links.
///
/// What is decided is given out at once. A mark that may begin something is held back with what
/// follows it until its other half comes; if none comes in the line, or within
/// ``mostHeld`` bytes, the mark is text. So the result does not depend on how the line was cut
/// into chunks.
struct InlineParser {
    /// How many bytes may wait for the other half of a mark.
    static let mostHeld = 256

    /// The bytes that are not given out yet, or still needed to look back at.
    var bytes: [UInt8] = []
    /// The pieces that were made of them, in order.
    var nodes: [InlineNode] = []
    /// The marks that wait for their other half, the outermost first.
    var openers: [InlineOpener] = []
    /// How many of the bytes were looked at.
    var scan = 0
    /// The code whose end is looked for.
    var code: CodeSpan?
    /// Whether the word at hand is an address, in which marks are text.
    var isInAddress = false
    /// What stands before the first of the bytes.
    var before = CharacterClass.space

    /// Takes the next bytes of the line.
    mutating func add(_ more: some Collection<UInt8>) {
        bytes.append(contentsOf: more)
    }

    /// Gives out what the bytes decide that were taken, up to the end of a character.
    mutating func giveOutDecided(to text: inout MarkdownText, as style: MarkdownStyle) {
        advance(isEnd: false)
        giveOut(to: &text, as: style)
    }

    /// Ends the line and gives out all that is left of it.
    mutating func finish(to text: inout MarkdownText, as style: MarkdownStyle) {
        advance(isEnd: true)
        code = nil
        openers.removeAll(keepingCapacity: true)
        giveOut(to: &text, as: style)
        isInAddress = false
        before = .space
    }

    private mutating func advance(isEnd: Bool) {
        while scan < bytes.count {
            dropOldOpeners()
            guard step(isEnd: isEnd) else { return }
        }
        dropOldOpeners()
    }

    /// Looks at what stands at the place of the scan; says no where more must come first.
    private mutating func step(isEnd: Bool) -> Bool {
        if code != nil { return stepInCode(isEnd: isEnd) }
        switch bytes[scan] {
        case ASCII.star, ASCII.underscore, ASCII.tilde: return delimiters(isEnd: isEnd)
        case ASCII.backtick: return beginCode(isEnd: isEnd)
        case ASCII.backslash: return escape(isEnd: isEnd)
        case ASCII.openBracket:
            push(ASCII.openBracket, to: scan + 1, canClose: false)
            return true
        case ASCII.exclamation: return image(isEnd: isEnd)
        case ASCII.closeBracket: return endLink(isEnd: isEnd)
        case ASCII.less: return autolink(isEnd: isEnd)
        case ASCII.colon: return colon(isEnd: isEnd)
        default:
            plain()
            return true
        }
    }

    /// Takes bytes without a meaning.
    private mutating func plain() {
        var end = scan
        while end < bytes.count, !Self.isSpecial(bytes[end]) {
            if isInAddress, Self.endsAddress(bytes[end]) { isInAddress = false }
            end += 1
        }
        show(to: end)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.star, ASCII.underscore, ASCII.tilde, ASCII.backtick, ASCII.backslash,
            ASCII.openBracket, ASCII.closeBracket, ASCII.exclamation, ASCII.less, ASCII.colon:
            true
        default: false
        }
    }

    private static func endsAddress(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x7F || byte == ASCII.quote || byte == ASCII.greater
    }

    /// A mark whose other half is too far away, or missing, is text.
    private mutating func dropOldOpeners() {
        while let first = openers.first, nodes[first.node].start + Self.mostHeld < scan {
            openers.removeFirst()
        }
    }
}

extension InlineParser {
    /// What stands before an index.
    func classBefore(_ index: Int) -> CharacterClass {
        index == 0 ? before : CharacterClass(before: index, in: bytes)
    }

    /// Shows the bytes from the scan up to an index as text.
    mutating func show(to end: Int, _ style: MarkdownStyle = []) {
        if let last = nodes.indices.last, nodes[last].kind == .text, nodes[last].end == scan,
            nodes[last].style == style, openers.last?.node != last
        {
            nodes[last].end = end
        } else {
            nodes.append(InlineNode(start: scan, end: end, style: style))
        }
        scan = end
    }

    /// Takes a mark that may begin something.
    mutating func push(_ byte: UInt8, to end: Int, canClose: Bool) {
        let count = end - scan
        openers.append(
            InlineOpener(
                byte: byte, count: count, length: count, canClose: canClose, node: nodes.count))
        nodes.append(InlineNode(start: scan, end: end))
        scan = end
    }

    /// Gives out the pieces before the first mark that waits, and forgets them.
    private mutating func giveOut(to text: inout MarkdownText, as style: MarkdownStyle) {
        let count = openers.first?.node ?? nodes.count
        for node in nodes[..<count] {
            let part = bytes[node.start..<node.end]
            switch node.kind {
            case .text: text.append(part, node.style.union(style))
            case .link: text.append(part) { .link(end: $0) }
            case .linkEnd: text.append(.linkEnd)
            }
        }
        let cut = openers.first.map { nodes[$0.node].start } ?? scan
        if cut > 0 { before = CharacterClass(before: cut, in: bytes) }
        nodes.removeFirst(count)
        forget(cut, nodes: count)
    }

    private mutating func forget(_ cut: Int, nodes count: Int) {
        bytes.removeFirst(cut)
        scan -= cut
        code?.shift(by: -cut)
        for index in nodes.indices {
            nodes[index].start -= cut
            nodes[index].end -= cut
        }
        for index in openers.indices { openers[index].node -= count }
    }
}
