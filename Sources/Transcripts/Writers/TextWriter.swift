public import Chat

/// Writes who said what and when, for people; nothing that reads it back.
public struct TextWriter: TranscriptWriter {
    private var hasSession = false

    /// Makes a writer.
    public init() {}

    /// The name, and when it was begun.
    public mutating func begin(_ head: TranscriptHead) -> [UInt8] {
        let title = head.session.name ?? head.session.id.text
        let details = [
            head.session.model, UTCTime.short(head.session.createdAt) + " UTC",
        ].compactMap { $0 }.joined(separator: ", ")
        let gap = hasSession ? "\n" : ""
        hasSession = true
        return VisibleText.of("\(gap)\(title)\n\(details)\n\n")
    }

    /// Who said it and when, and what.
    public mutating func add(_ stored: StoredMessage) -> [UInt8] {
        let time = UTCTime.short(stored.timestamp)
        guard let message = stored.message else {
            return Array("[\(stored.number)] unreadable, \(time)\n\n".utf8)
        }
        let ending = message.state == .complete ? "" : " (\(message.state.rawValue))"
        let ownBreak = message.content.utf8.last == UInt8(ascii: "\n")
        return VisibleText.of("[\(stored.number)] \(message.role.rawValue), \(time)\(ending)\n")
            + VisibleText.of(message.content) + Array((ownBreak ? "\n" : "\n\n").utf8)
    }

    /// The shelf is not for reading.
    public mutating func end(shelf: [ShelvedMessages], images: [MessageImage]) -> [UInt8] { [] }
}
