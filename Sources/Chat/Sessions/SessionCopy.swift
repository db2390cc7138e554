/// A session that comes from elsewhere, with the times that it has there.
public struct SessionCopy: Hashable, Sendable {
    /// A message and when it was said.
    public struct Entry: Hashable, Sendable {
        /// The message.
        public var message: Message
        /// When it was said; each later than the one before.
        public var timestamp: Timestamp

        /// Describes a message.
        public init(_ message: Message, at timestamp: Timestamp) {
            self.message = message
            self.timestamp = timestamp
        }
    }

    /// Messages that were taken off its path.
    public struct Shelved: Hashable, Sendable {
        /// The identity of the step that took them off.
        public var operation: TurnID
        /// Why.
        public var kind: ShelfKind
        /// When.
        public var at: Timestamp
        /// The newest message of the path right after the step.
        public var head: Timestamp?
        /// The messages.
        public var messages: [Entry]

        /// Describes messages on the shelf.
        public init(
            operation: TurnID, kind: ShelfKind, at: Timestamp, head: Timestamp?, messages: [Entry]
        ) {
            self.operation = operation
            self.kind = kind
            self.at = at
            self.head = head
            self.messages = messages
        }
    }

    /// Gives some of the messages from a position on; none at the end.
    ///
    /// What it gives at a position is the same each time.
    public typealias Supply = @Sendable (_ position: Int) async throws -> [Entry]

    /// The id that it gets; the same each time, so that it is there once.
    public var id: SessionID
    /// Its name.
    public var name: String?
    /// The model that it talks to.
    public var model: String?
    /// The options set for it.
    public var options: ModelOptions
    /// What is sent in place of its beginning.
    public var summary: SessionSummary?
    /// Which messages are sent whatever happens, and which are not.
    public var choices: ContextChoices
    /// When it was created.
    public var createdAt: Timestamp
    /// The session that it was branched from.
    public var parent: SessionID?
    /// The number of the last message that it shares with its parent.
    public var branchPoint: Int?
    /// Its messages, oldest first, or the first of them.
    public var messages: [Entry]
    /// What was taken off its path, the oldest step first.
    public var shelf: [Shelved]
    /// The bytes of images that its messages name, by their SHA-256 in hexadecimal.
    public var images: [String: [UInt8]]

    /// Describes a session.
    public init(
        id: SessionID, name: String? = nil, model: String? = nil,
        options: ModelOptions = ModelOptions(), summary: SessionSummary? = nil,
        choices: ContextChoices = ContextChoices(), createdAt: Timestamp, parent: SessionID? = nil,
        branchPoint: Int? = nil, messages: [Entry], shelf: [Shelved] = [],
        images: [String: [UInt8]] = [:]
    ) {
        self.id = id
        self.name = name
        self.model = model
        self.options = options
        self.summary = summary
        self.choices = choices
        self.createdAt = createdAt
        self.parent = parent
        self.branchPoint = branchPoint
        self.messages = messages
        self.shelf = shelf
        self.images = images
    }
}
