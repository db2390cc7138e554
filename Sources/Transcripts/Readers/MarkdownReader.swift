import Chat

/// Reads Markdown as our writer writes it, also when somebody edited it by hand.
public struct MarkdownReader: TranscriptReader {
    /// The name of the format.
    public let name = "markdown"
    /// What it comes from.
    public let summary = "Sessions as /export writes them in Markdown."

    /// Makes a reader.
    public init() {}

    /// Whether our front matter is at the beginning.
    public func detects(_ file: TranscriptFile) -> Bool {
        let lines = file.window.bytes(in: 0..<200).split(
            separator: UInt8(ascii: "\n"), maxSplits: 2)
        guard lines.count > 1 else { return false }
        return MarkdownLines.text(lines[0]) == MarkdownMark.rule
            && MarkdownLines.text(lines[1]) == MarkdownMark.version
    }

    /// Reads all sessions.
    public func read(_ file: TranscriptFile) -> AnyIterator<ImportReading> {
        .one(read(file.bytes))
    }

    private func read(_ bytes: [UInt8]) -> ImportReading {
        var lines = MarkdownLines(bytes)
        var reading = ImportReading()
        var number = 0
        while lines.skipToSession() {
            number += 1
            var session = MarkdownSession(place: "conversation \(number)")
            session.read(from: &lines)
            reading.take(session.builder)
        }
        if number == 0 {
            reading.report(
                .loss(at: "line 1", "There is no front matter that begins a session."))
        }
        reading.conversations = BranchLinker.link(reading.conversations)
        return reading
    }
}

/// One session of a Markdown file while it is read.
private struct MarkdownSession {
    var builder: ConversationBuilder
    private let decoding = JSONDecoding()
    private var shelf: ImportedShelf?
    private var count = 0

    init(place: String) {
        builder = ConversationBuilder(place: place, keepsRoles: true)
    }

    mutating func read(from lines: inout MarkdownLines) {
        readFrontMatter(from: &lines)
        while let line = lines.nextOfSession() {
            if let heading = MarkdownHeading(line) {
                readMessage(heading, from: &lines)
            } else if let heading = MarkdownShelfHeading(line) {
                closeShelf()
                shelf = ImportedShelf(
                    operation: heading.operation, kind: heading.kind, at: heading.at,
                    head: heading.head, messages: [])
            } else if !line.allSatisfy(\.isWhitespace) {
                builder.report(
                    .loss(
                        at: "\(builder.conversation.place), line \(lines.number)",
                        "It belongs to no message, so it was left out."))
            }
        }
        closeShelf()
    }

    private mutating func closeShelf() {
        if let shelf { builder.add(shelf) }
        shelf = nil
    }

    private mutating func readFrontMatter(from lines: inout MarkdownLines) {
        var fields: [String] = []
        while let line = lines.next(), line != MarkdownMark.rule {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = Array(line[line.index(after: colon)...].utf8)
            let known = decoding.isScalarOrFlat(value)
            let key = String(decoding: JSONText.string(String(line[..<colon])), as: UTF8.self)
            let text = String(decoding: known ? value : plain(value), as: UTF8.self)
            fields.append("\(key):\(text)")
        }
        let json = Array("{\(fields.joined(separator: ","))}".utf8)
        if let head = decoding.value(HeadRecord.self, from: json) { builder.describe(head) }
    }

    /// A value that somebody typed without quotes.
    private func plain(_ value: [UInt8]) -> [UInt8] {
        JSONText.string(ImportedText.name(String(decoding: value, as: UTF8.self)) ?? "")
    }

    private mutating func readMessage(_ heading: MarkdownHeading, from lines: inout MarkdownLines) {
        count += 1
        let record = lines.takeRecord()
        lines.takeBlank()
        var thinking: String?
        if lines.take(MarkdownMark.thinkingStart) {
            lines.takeBlank()
            thinking = lines.text(endingAt: MarkdownMark.thinkingEnd)
            lines.takeBlank()
        }
        let content = lines.text(endingAt: nil)
        if let record, decoding.value(UnreadableRecord.self, from: record) != nil {
            builder.report(
                .loss(
                    at: builder.place(ofMessage: count),
                    "It could not be read when it was exported, so it was left out."))
            return
        }
        var message =
            record.flatMap { decoding.value(MessageRecord.self, from: $0)?.message }
            ?? Message(role: heading.role ?? Role(rawValue: ""), content: "")
        if let role = heading.role, record == nil || role != MarkdownHeading.unknownRole {
            message.role = role
        }
        message.model = heading.model ?? message.model
        message.state = heading.state
        message.content = content
        message.thinking = thinking
        take(message, heading.said)
    }

    private mutating func take(_ message: Message, _ said: Timestamp?) {
        guard shelf != nil else {
            builder.add(message, said: said, at: count)
            return
        }
        guard let checked = builder.check(message, at: count) else { return }
        shelf?.messages.append(ImportedMessage(checked, said: said))
    }
}

extension JSONDecoding {
    /// Whether the bytes are one JSON value that is safe to decode.
    fileprivate func isScalarOrFlat(_ bytes: [UInt8]) -> Bool {
        JSONScanner.object(in: Array(#"{"a":"#.utf8) + bytes + Array("}".utf8)) != nil
    }
}
