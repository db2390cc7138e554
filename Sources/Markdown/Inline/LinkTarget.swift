/// What stands in the brackets behind the text of a link: an address, and sometimes a title.
enum LinkTarget: Equatable {
    /// More must be seen.
    case incomplete
    /// The brackets hold no address.
    case none
    /// The address with its title, and where the closing bracket ends.
    case found(Range<Int>, end: Int)

    /// A longer address is none.
    static let mostBytes = 2048
    /// Brackets in an address are nested no deeper.
    private static let mostDepth = 8

    /// Reads what begins with an opening bracket at an index.
    init(at start: Int, in bytes: [UInt8], isWhole: Bool) {
        var depth = 0
        var isQuoted = false
        for index in bytes.indices.dropFirst(start + 1).prefix(Self.mostBytes) {
            switch bytes[index] {
            case ASCII.quote: isQuoted.toggle()
            case _ where isQuoted: break
            case ASCII.openParenthesis where depth == Self.mostDepth:
                self = .none
                return
            case ASCII.openParenthesis: depth += 1
            case ASCII.closeParenthesis where depth > 0: depth -= 1
            case ASCII.closeParenthesis:
                self = Self.content(start + 1..<index, of: bytes)
                return
            default: break
            }
        }
        let isOver = isWhole || bytes.count - start > Self.mostBytes
        self = isOver ? .none : .incomplete
    }

    private static func content(_ range: Range<Int>, of bytes: [UInt8]) -> LinkTarget {
        let content = bytes[range]
        guard let first = content.first, first > 0x20 else { return .none }
        let address = content.prefix { $0 > 0x20 }
        let title = content[address.endIndex...].drop(while: ASCII.isBlank)
        if first == ASCII.less, address.last == ASCII.greater, address.count > 2, title.isEmpty {
            return .found(range.lowerBound + 1..<address.endIndex - 1, end: range.upperBound + 1)
        }
        // Words in brackets are no address.
        guard title.isEmpty || title.first == ASCII.quote && title.last == ASCII.quote else {
            return .none
        }
        return .found(range, end: range.upperBound + 1)
    }
}
