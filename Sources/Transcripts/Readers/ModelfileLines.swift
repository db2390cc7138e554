/// The instructions of a Modelfile, one behind the other.
struct ModelfileLines {
    /// One instruction.
    struct Instruction {
        /// Its name in small letters.
        let command: String
        /// What is behind it, quotes and all.
        let raw: String
        /// The line that it begins on.
        let line: Int
        /// Whether the quotes in it end.
        let isClosed: Bool

        /// What is behind it, without quotes.
        var value: String { ModelfileLines.unquoted(raw) }

        /// The first word behind it, and the rest.
        var words: (first: String, rest: String) {
            let first = raw.prefix { $0 != " " && $0 != "\t" }
            return (String(first), ModelfileLines.trimmed(raw.dropFirst(first.count)))
        }
    }

    /// The instructions that there are.
    static let commands: Set<String> = [
        "from", "license", "template", "system", "adapter", "renderer", "parser", "parameter",
        "message", "requires", "draft",
    ]

    private let lines: [Substring]
    private var index = 0

    /// Stands before the first line.
    init(_ text: String) {
        lines = text.replacing("\r\n", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The word that a line begins with, in small letters.
    static func command(_ line: ArraySlice<UInt8>) -> String {
        let word = line.drop { $0 <= 0x20 }.prefix(16).prefix { $0 > 0x20 }
        return String(decoding: word, as: UTF8.self).lowercased()
    }

    /// A text without the quotes around it, if there are some.
    static func unquoted(_ text: String) -> String {
        let mark = mark(of: text)
        let isWhole = text.count >= mark.count * 2 && text.hasSuffix(mark)
        return isWhole ? String(text.dropFirst(mark.count).dropLast(mark.count)) : text
    }

    /// The next instruction, or `nil` at the end.
    mutating func next() -> Instruction? {
        while index < lines.count {
            let text = Self.trimmed(lines[index])
            index += 1
            guard !text.isEmpty, !text.hasPrefix("#") else { continue }
            let line = index
            let command = text.prefix { $0 != " " && $0 != "\t" }
            var raw = Self.trimmed(text.dropFirst(command.count))
            let isClosed = close(&raw, command.lowercased())
            return Instruction(
                command: command.lowercased(), raw: raw, line: line, isClosed: isClosed)
        }
        return nil
    }

    /// Takes more lines until the quotes of a value end.
    private mutating func close(_ raw: inout String, _ command: String) -> Bool {
        let hasWord = command == "message" || command == "parameter"
        let value = hasWord ? Self.trimmed(raw.drop { $0 != " " && $0 != "\t" }) : raw
        let mark = Self.mark(of: value)
        guard !mark.isEmpty else { return true }
        if value.count >= mark.count * 2, value.hasSuffix(mark) { return true }
        while index < lines.count {
            raw += "\n" + lines[index]
            index += 1
            let end = Self.trimmed(lines[index - 1])
            if end.hasSuffix(mark) {
                raw = Self.trimmed(raw)
                return true
            }
        }
        return false
    }

    private static func mark(of text: String) -> String {
        text.hasPrefix("\"\"\"") ? "\"\"\"" : text.hasPrefix("\"") ? "\"" : ""
    }

    /// A text without blanks at its ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        let end = start.lastIndex { $0 != " " && $0 != "\t" }
        return end.map { String(start[...$0]) } ?? ""
    }
}
