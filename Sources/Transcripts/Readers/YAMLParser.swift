/// Reads the part of YAML that programs write when they keep conversations: lists and maps by
/// indentation, and scalars that are plain, in quotes, or blocks.
///
/// Anchors and aliases are texts here, so that no file can grow while it is read.
struct YAMLParser {
    /// Where reading came to an end before the text did.
    struct Failure: Error {
        /// The number of the line.
        let line: Int
    }

    private static let mostLevels = 32

    private let lines: [Substring]
    private var index = 0

    private init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
    }

    /// Reads a text with one document.
    static func parse(_ text: String) throws(Failure) -> YAMLValue {
        var parser = YAMLParser(text.replacing("\r\n", with: "\n"))
        parser.skipEmpty()
        if parser.line.map({ $0.hasPrefix("---") }) == true { parser.index += 1 }
        let value = try parser.block(indent: 0, level: 0)
        parser.skipEmpty()
        guard parser.line == nil || parser.line == "..." else { throw parser.failure }
        return value
    }

    private var line: Substring? { index < lines.count ? lines[index] : nil }

    private var failure: Failure { Failure(line: index + 1) }

    private static func indent(of line: Substring) -> Int {
        line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    }

    /// Skips lines without a value.
    private mutating func skipEmpty() {
        while let line,
            line.allSatisfy(\.isWhitespace) || line.drop(while: { $0 == " " }).first == "#"
        {
            index += 1
        }
    }

    /// Reads the list or map that the next line begins.
    private mutating func block(indent: Int, level: Int) throws(Failure) -> YAMLValue {
        skipEmpty()
        guard let line, Self.indent(of: line) >= indent, level < Self.mostLevels else {
            throw failure
        }
        let own = Self.indent(of: line)
        let text = line.dropFirst(own)
        return try text == "-" || text.hasPrefix("- ")
            ? list(indent: own, level: level)
            : map(first: nil, indent: own, level: level)
    }

    private mutating func list(indent: Int, level: Int) throws(Failure) -> YAMLValue {
        var values: [YAMLValue] = []
        while true {
            skipEmpty()
            guard let line, Self.indent(of: line) == indent else { break }
            let text = line.dropFirst(indent)
            guard text == "-" || text.hasPrefix("- ") else { break }
            let rest = text.dropFirst(2)
            let inner = indent + 2 + rest.prefix { $0 == " " }.count
            let bare = rest.drop { $0 == " " }
            if bare.isEmpty {
                index += 1
                values.append(try block(indent: indent + 1, level: level + 1))
            } else if YAMLScalar.key(of: bare) != nil {
                values.append(try map(first: bare, indent: inner, level: level + 1))
            } else {
                index += 1
                values.append(.scalar(try scalar(bare, indent: indent)))
            }
        }
        return .list(values)
    }

    /// Reads a map, whose first line can stand behind the dash of a list.
    private mutating func map(
        first: Substring?, indent: Int, level: Int
    ) throws(Failure) -> YAMLValue {
        var entries: [YAMLValue.Entry] = []
        var beginning = first
        while true {
            if beginning == nil { skipEmpty() }
            guard let line else { break }
            let text: Substring
            if let first = beginning {
                text = first
            } else {
                guard Self.indent(of: line) == indent else { break }
                text = line.dropFirst(indent)
            }
            beginning = nil
            guard !text.hasPrefix("- "), let (key, rest) = YAMLScalar.key(of: text) else {
                if entries.isEmpty { throw failure }
                break
            }
            index += 1
            entries.append(
                .init(key: key, value: try value(rest, indent: indent, level: level)))
        }
        guard !entries.isEmpty else { throw failure }
        return .map(entries)
    }

    /// Reads what is behind a colon, on the same line or below.
    private mutating func value(
        _ rest: Substring, indent: Int, level: Int
    ) throws(Failure) -> YAMLValue {
        guard rest.isEmpty else {
            return rest == "[]" ? .list([]) : .scalar(try scalar(rest, indent: indent))
        }
        skipEmpty()
        guard let line else { return .scalar("") }
        let next = Self.indent(of: line)
        let isList = line.dropFirst(next).hasPrefix("-")
        guard next > indent || next == indent && isList else { return .scalar("") }
        return try block(indent: next, level: level + 1)
    }

    private mutating func scalar(_ text: Substring, indent: Int) throws(Failure) -> String {
        if let first = text.first, first == "|" || first == ">" {
            return blockScalar(text, indent: indent)
        }
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            return String(YAMLScalar.withoutComment(text))
        }
        var whole = String(text)
        while true {
            if let value = YAMLScalar.quoted(whole) { return value }
            guard let line else { throw failure }
            index += 1
            let bare = line.drop { $0 == " " }
            whole += bare.isEmpty ? "\n" : (whole.hasSuffix("\n") ? "" : " ") + bare
        }
    }

    /// Reads the lines below `|` or `>`.
    private mutating func blockScalar(_ head: Substring, indent: Int) -> String {
        let told = head.dropFirst().first { $0.isNumber }.flatMap { $0.wholeNumberValue }
        var width = told.map { indent + $0 }
        var content: [Substring] = []
        while let line {
            let own = Self.indent(of: line)
            if own == line.utf8.count, width == nil || own < width ?? 0 {
                content.append("")
            } else {
                if width == nil, own > indent { width = own }
                guard let width, own >= width else { break }
                content.append(line.dropFirst(width))
            }
            index += 1
        }
        let trailing = content.reversed().prefix(while: \.isEmpty).count
        let body = content.dropLast(trailing)
        var text = head.first == "|" ? body.joined(separator: "\n") : YAMLScalar.folded(body)
        if head.contains("+") {
            text += String(repeating: "\n", count: trailing + (body.isEmpty ? 0 : 1))
        } else if !head.contains("-"), !body.isEmpty {
            text += "\n"
        }
        return text
    }
}
