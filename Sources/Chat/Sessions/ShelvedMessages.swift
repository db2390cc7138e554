/// Messages that were taken off a session's path together, and are kept.
public struct ShelvedMessages: Hashable, Sendable {
    /// The identity of the step that took them off.
    public var operation: TurnID
    /// Why they were taken off.
    public var kind: ShelfKind
    /// When they were taken off.
    public var at: Timestamp
    /// The newest message of the session right after the step; the step can be undone as long as
    /// it is still that.
    public var head: Timestamp?
    /// The messages, oldest first.
    public var messages: [StoredMessage]

    /// Describes messages on the shelf.
    public init(
        operation: TurnID, kind: ShelfKind, at: Timestamp, head: Timestamp?,
        messages: [StoredMessage]
    ) {
        self.operation = operation
        self.kind = kind
        self.at = at
        self.head = head
        self.messages = messages
    }

    /// Whether nothing was said in a session since the messages were taken off.
    ///
    /// Where nothing is left of the path the newest message does not tell, but the time of the
    /// last change does.
    package func isNewest(behind newest: Timestamp?, in session: Session) -> Bool {
        head == newest && (newest != nil || at == session.lastActivity)
    }
}

/// Why messages were taken off a session's path.
public enum ShelfKind: String, Hashable, Sendable, CaseIterable {
    /// A reply was asked for again.
    case retry
    /// A reply was replaced by a longer one.
    case `continue`
    /// The system prompt was changed.
    case system
    /// Turns were taken back.
    case undo
    /// Old messages were pruned.
    case prune
}
