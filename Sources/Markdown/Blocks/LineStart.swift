/// What the beginning of a line says of the line.
enum LineStart: Hashable {
    /// More of the line must be seen.
    case undecided
    /// A quotation goes on; so many bytes are its mark.
    case quote(Int)
    /// An item of a list without numbers; so many bytes are its bullet and the blanks behind it.
    case bullet(Int)
    /// An item of a list with numbers; so many bytes are its number and the blanks behind it.
    case number(Int)
    /// A task; so many bytes are its bullet and its box.
    case task(Int, isDone: Bool)
    /// A heading of a level; so many bytes are its mark.
    case heading(Int, level: Int)
    /// The whole line is a line across the screen.
    case rule
    /// The whole line opens a block of code.
    case fence(CodeFence)
    /// The line may be a row of a table.
    case table
    /// The line is text.
    case text

    /// A line whose kind is not known after so many bytes is text.
    static let mostBytes = 200

    /// Looks at the bytes of a line behind its indentation.
    ///
    /// - Parameters:
    ///   - line: The bytes that are there; never none unless the line is complete.
    ///   - isWhole: Whether these are all bytes of the line.
    ///   - isDeep: Whether the line is indented too far for what stands alone.
    init(_ line: ArraySlice<UInt8>, isWhole: Bool, isDeep: Bool) {
        guard let first = line.first else {
            self = isWhole ? .text : .undecided
            return
        }
        let kind: LineStart =
            switch first {
            case ASCII.greater: Self.quote(line, isWhole)
            case ASCII.hash: isDeep ? .text : Self.heading(line, isWhole)
            case ASCII.dash, ASCII.star, ASCII.underscore, ASCII.plus:
                Self.ruleOrBullet(line, isWhole, isDeep: isDeep)
            case 0x30...0x39: Self.number(line, isWhole)
            case ASCII.backtick, ASCII.tilde: Self.fence(line, isWhole)
            case ASCII.pipe: isDeep ? .text : .table
            default: .text
            }
        self = kind == .undecided && (isWhole || line.count >= Self.mostBytes) ? .text : kind
    }

    private static func quote(_ line: ArraySlice<UInt8>, _ isWhole: Bool) -> LineStart {
        guard let next = line.dropFirst().first else { return isWhole ? .quote(1) : .undecided }
        return next == ASCII.space ? .quote(2) : next == ASCII.greater ? .quote(1) : .text
    }

    private static func heading(_ line: ArraySlice<UInt8>, _ isWhole: Bool) -> LineStart {
        let rest = line.drop { $0 == ASCII.hash }
        let level = rest.startIndex - line.startIndex
        guard level <= 6 else { return .text }
        guard let next = rest.first else { return .undecided }
        guard ASCII.isBlank(next) else { return .text }
        let text = rest.drop(while: ASCII.isBlank)
        return text.isEmpty
            ? .undecided : .heading(text.startIndex - line.startIndex, level: level)
    }

    private static func ruleOrBullet(
        _ line: ArraySlice<UInt8>, _ isWhole: Bool, isDeep: Bool
    ) -> LineStart {
        let mark = line[line.startIndex]
        if mark != ASCII.plus, line.allSatisfy({ $0 == mark || ASCII.isBlank($0) }) {
            guard isWhole else { return .undecided }
            return !isDeep && line.count(where: { $0 == mark }) >= 3 ? .rule : .text
        }
        guard mark != ASCII.underscore, let next = line.dropFirst().first else {
            return mark == ASCII.underscore ? .text : .undecided
        }
        guard ASCII.isBlank(next) else { return .text }
        let rest = line.dropFirst().drop(while: ASCII.isBlank)
        guard let first = rest.first else { return .undecided }
        let length = rest.startIndex - line.startIndex
        return first == ASCII.openBracket ? task(rest, at: length, isWhole) : .bullet(length)
    }

    /// Looks at `[ ] ` or `[x] ` behind a bullet.
    private static func task(
        _ box: ArraySlice<UInt8>, at offset: Int, _ isWhole: Bool
    ) -> LineStart {
        let bytes = Array(box.prefix(4))
        let isDone = bytes.count > 1 && bytes[1] | 0x20 == UInt8(ascii: "x")
        let expected = [
            ASCII.openBracket, isDone ? bytes[1] : ASCII.space, ASCII.closeBracket, ASCII.space,
        ]
        guard expected.starts(with: bytes) else { return .bullet(offset) }
        if bytes.count == 4 { return .task(offset + 4, isDone: isDone) }
        return isWhole ? .bullet(offset) : .undecided
    }

    private static func number(_ line: ArraySlice<UInt8>, _ isWhole: Bool) -> LineStart {
        let rest = line.drop(while: ASCII.isDigit)
        guard rest.startIndex - line.startIndex <= 9 else { return .text }
        guard let mark = rest.first else { return .undecided }
        guard mark == ASCII.period || mark == ASCII.closeParenthesis else { return .text }
        let blanks = rest.dropFirst()
        let text = blanks.drop(while: ASCII.isBlank)
        if text.isEmpty { return .undecided }
        return text.startIndex > blanks.startIndex
            ? .number(text.startIndex - line.startIndex) : .text
    }

    private static func fence(_ line: ArraySlice<UInt8>, _ isWhole: Bool) -> LineStart {
        let mark = line[line.startIndex]
        let rest = line.drop { $0 == mark }
        guard rest.isEmpty || rest.startIndex - line.startIndex >= 3 else { return .text }
        if mark == ASCII.backtick, rest.contains(mark) { return .text }
        guard isWhole else { return .undecided }
        return CodeFence(opening: line).map(LineStart.fence) ?? .text
    }
}
