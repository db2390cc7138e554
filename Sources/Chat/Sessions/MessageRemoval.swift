/// Messages that are to be taken off a session's path.
public struct MessageRemoval: Hashable, Sendable {
    /// The identity of this step; repeated under the same, it has one effect.
    public var operation: TurnID
    /// The messages, oldest first, as they were read.
    public var messages: [StoredMessage]
    /// Why they are taken off.
    public var kind: ShelfKind
    /// Whether they go to the shelf; if not, they are lost.
    public var keepsMessages: Bool

    /// Describes messages to take off.
    ///
    /// - Parameters:
    ///   - messages: The messages, oldest first, as they were read.
    ///   - kind: Why they are taken off.
    ///   - keepsMessages: Whether they go to the shelf; if not, they are lost.
    ///   - operation: The identity of this step.
    public init(
        of messages: [StoredMessage], as kind: ShelfKind,
        keepingMessages keepsMessages: Bool = true,
        operation: TurnID = .random()
    ) {
        self.operation = operation
        self.messages = messages
        self.kind = kind
        self.keepsMessages = keepsMessages
    }

    /// How many of the messages count as pruned, so that those that stay keep their numbers.
    package var prunedCount: Int { kind == .prune ? messages.count : 0 }
}

/// Messages on the shelf that are to be put back.
public struct ShelfRestoration: Hashable, Sendable {
    /// The identity of this step; repeated under the same, it has one effect.
    public var operation: TurnID
    /// What is put back.
    public var entry: ShelvedMessages
    /// Messages of the path that go to the shelf for it.
    public var replaced: [StoredMessage]
    /// Whether it is put back only as long as nothing was said since it was taken off.
    public var needsSameHead: Bool

    /// Describes what to put back.
    ///
    /// - Parameters:
    ///   - entry: What is put back, each message where it was.
    ///   - replaced: Messages of the path that go to the shelf for it.
    ///   - needsSameHead: Whether it is put back only as long as nothing was said since it was
    ///     taken off.
    ///   - operation: The identity of this step.
    public init(
        of entry: ShelvedMessages, replacing replaced: [StoredMessage] = [],
        needingSameHead needsSameHead: Bool = false, operation: TurnID = .random()
    ) {
        self.operation = operation
        self.entry = entry
        self.replaced = replaced
        self.needsSameHead = needsSameHead
    }
}
