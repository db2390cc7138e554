/// The lines of a Markdown file, one behind the other.
struct MarkdownLines {
    private let bytes: [UInt8]
    private var index = 0
    /// The number of the line that was taken last.
    private(set) var number = 0

    /// Stands before the first line.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A line as text, without the carriage return that some editors put behind it.
    static func text(_ line: ArraySlice<UInt8>) -> String {
        String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }

    /// The next line as text.
    mutating func next() -> String? { takeLine().map(Self.text) }

    /// The next line, unless another session begins.
    mutating func nextOfSession() -> String? { isAtSession ? nil : next() }

    /// Goes behind the line that begins a session, if there is one.
    mutating func skipToSession() -> Bool {
        while index < bytes.count {
            if isAtSession {
                _ = takeLine()
                _ = takeLine()
                return true
            }
            _ = takeLine()
        }
        return false
    }

    /// Takes an empty line, if one comes next.
    mutating func takeBlank() { _ = take("") }

    /// Takes a line if it is the one that comes next.
    mutating func take(_ line: String) -> Bool {
        guard index < bytes.count, let (next, end) = peek(), Self.text(next) == line else {
            return false
        }
        advance(to: end)
        return true
    }

    /// Takes the record behind a heading, if there is one.
    mutating func takeRecord() -> ArraySlice<UInt8>? {
        guard let (line, end) = peek(), line.starts(with: MarkdownMark.recordStart.utf8) else {
            return nil
        }
        advance(to: end)
        let trimmed = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        let record = trimmed.dropFirst(MarkdownMark.recordStart.utf8.count)
            .dropLast(MarkdownMark.recordEnd.utf8.count)
        return JSONScanner.object(in: Array(record)) == nil ? nil : record
    }

    /// Takes a text up to a line that ends it, which is taken too, or up to the next heading or
    /// session; the empty line before the end is not part of it.
    mutating func text(endingAt ending: String?) -> String {
        var content: [UInt8] = []
        while index < bytes.count, !isAtSession, let (line, end) = peek() {
            if MarkdownMark.isHeading(line) { break }
            advance(to: end)
            if let ending, line.starts(with: ending.utf8), Self.text(line) == ending { break }
            content += MarkdownMark.unmarked(line)
            content.append(UInt8(ascii: "\n"))
        }
        if content.last == UInt8(ascii: "\n") { content.removeLast() }
        if content.last == UInt8(ascii: "\r"), content.dropLast().last == UInt8(ascii: "\n") {
            content.removeLast()
        }
        if content.last == UInt8(ascii: "\n") { content.removeLast() }
        return String(decoding: content, as: UTF8.self)
    }

    private var isAtSession: Bool {
        guard let (line, end) = peek(), line.starts(with: MarkdownMark.rule.utf8),
            Self.text(line) == MarkdownMark.rule, end < bytes.count
        else { return false }
        let next = bytes[end...].prefix(40).prefix { $0 != UInt8(ascii: "\n") }
        return Self.text(next) == MarkdownMark.version
    }

    private func peek() -> (line: ArraySlice<UInt8>, end: Int)? {
        guard index < bytes.count else { return nil }
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        return (bytes[index..<end], min(end + 1, bytes.count))
    }

    private mutating func advance(to end: Int) {
        index = end
        number += 1
    }

    private mutating func takeLine() -> ArraySlice<UInt8>? {
        guard let (line, end) = peek() else { return nil }
        advance(to: end)
        return line
    }
}
