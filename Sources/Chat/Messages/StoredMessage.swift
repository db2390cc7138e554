/// A message with its place in a session.
public struct StoredMessage: Hashable, Sendable {
    /// The number shown to people: counted from 1, pruned messages included, so that pruning does
    /// not renumber.
    public let number: Int
    /// When it was said; strictly increasing within a session that this library wrote.
    public let timestamp: Timestamp
    /// The message, or `nil` where the stored bytes could not be read.
    public let message: Message?
    /// The stored bytes, which with the timestamp are the identity of the message: edits and
    /// deletes compare and swap on them.
    public let member: [UInt8]

    /// Makes a stored message.
    public init(number: Int, timestamp: Timestamp, message: Message?, member: [UInt8]) {
        self.number = number
        self.timestamp = timestamp
        self.message = message
        self.member = member
    }

    /// Whether this is the very message that the other one was, wherever it stands now.
    func isSame(as other: StoredMessage) -> Bool {
        timestamp == other.timestamp && member == other.member
    }
}

extension StoredMessage: CustomStringConvertible {
    /// Number and kind, without the content.
    public var description: String {
        "#\(number) \(message?.description ?? "unreadable, \(member.count) bytes")"
    }
}
