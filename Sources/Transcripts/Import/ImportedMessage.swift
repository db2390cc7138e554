public import Chat

/// A message that a file holds.
public struct ImportedMessage: Hashable, Sendable, TimedEntry {
    /// The message.
    public var message: Message
    /// When it was said, as the file has it; it may be in no order, or missing.
    public var said: Timestamp?
    /// When it was said, put in order: later than all before it, and not in the future.
    public var timestamp: Timestamp

    /// Makes a message whose time has not been put in order yet.
    init(_ message: Message, said: Timestamp?) {
        self.message = message
        self.said = said
        timestamp = said ?? Timestamp(microseconds: 0)
    }
}
