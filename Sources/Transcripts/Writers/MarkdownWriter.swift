public import Chat

/// Writes a session as Markdown that is pleasant to read and can be read back to the letter.
public struct MarkdownWriter: TranscriptWriter {
    /// Makes a writer.
    public init() {}

    /// The front matter.
    public mutating func begin(_ head: TranscriptHead) -> [UInt8] {
        var bytes = Array("\(MarkdownMark.rule)\n\(MarkdownMark.version)\n".utf8)
        for field in HeadJSON(head).fields {
            bytes += "\(field.key): ".utf8
            bytes += field.value
            bytes += "\n".utf8
        }
        bytes += "\(MarkdownMark.rule)\n\n".utf8
        return bytes
    }

    /// A heading and the content.
    public mutating func add(_ message: StoredMessage) -> [UInt8] { Self.section(message) }

    /// What is on the shelf: a heading for each step, and its messages as all others.
    public mutating func end(shelf: [ShelvedMessages], images: [MessageImage]) -> [UInt8] {
        shelf.flatMap { shelved in
            Array(
                (MarkdownShelfHeading(
                    operation: shelved.operation, kind: shelved.kind, at: shelved.at,
                    head: shelved.head
                ).line + "\n\n").utf8) + shelved.messages.flatMap(Self.section)
        }
    }

    private static func section(_ stored: StoredMessage) -> [UInt8] {
        var bytes = Array("\(MarkdownHeading(stored).line)\n".utf8)
        guard let message = stored.message else {
            bytes += MarkdownMark.recordStart.utf8
            bytes += #"{"unreadable":"\#(JSONText.base64(stored.member))"}"#.utf8
            bytes += "\(MarkdownMark.recordEnd)\n\n\n\n".utf8
            return bytes
        }
        if !MarkdownHeading.isEnough(for: message) {
            bytes += MarkdownMark.recordStart.utf8
            bytes += record(of: message)
            bytes += "\(MarkdownMark.recordEnd)\n".utf8
        }
        bytes += "\n".utf8
        if let thinking = message.thinking {
            bytes += "\(MarkdownMark.thinkingStart)\n\n".utf8
            bytes += MarkdownMark.marked(thinking)
            bytes += "\n\(MarkdownMark.thinkingEnd)\n\n".utf8
        }
        bytes += MarkdownMark.marked(message.content)
        bytes += "\n".utf8
        return bytes
    }

    /// What the heading cannot say, as JSON that cannot end a comment.
    private static func record(of message: Message) -> [UInt8] {
        var message = message
        message.content = ""
        message.thinking = nil
        return JSONText.of(MessageRecord(message)).flatMap {
            $0 == UInt8(ascii: ">") ? Array(#"\u003e"#.utf8) : [$0]
        }
    }
}
