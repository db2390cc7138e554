public import Chat

/// Messages that the file says were taken off a conversation's path together.
public struct ImportedShelf: Hashable, Sendable {
    /// The identity of the step that took them off, where it has a good one.
    public var operation: TurnID?
    /// Why they were taken off.
    public var kind: ShelfKind
    /// When they were taken off.
    public var at: Timestamp
    /// The newest message of the conversation right after the step.
    public var head: Timestamp?
    /// The messages, oldest first.
    public var messages: [ImportedMessage]
}
