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
        return Array("\(gap)\(title)\n\(details)\n\n".utf8)
    }

    /// Who said it and when, and what.
    public mutating func add(_ stored: StoredMessage) -> [UInt8] {
        let time = UTCTime.short(stored.timestamp)
        guard let message = stored.message else {
            return Array("[\(stored.number)] unreadable, \(time)\n\n".utf8)
        }
        let ending = message.state == .complete ? "" : " (\(message.state.rawValue))"
        var text = "[\(stored.number)] \(message.role.rawValue), \(time)\(ending)\n"
        text += message.content
        text += message.content.hasSuffix("\n") ? "\n" : "\n\n"
        return Array(text.utf8)
    }

    /// The shelf is not for reading.
    public mutating func end(shelf: [ShelvedMessages]) -> [UInt8] { [] }
}
