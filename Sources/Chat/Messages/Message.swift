/// One message of a session, as a value that no store has seen yet.
public struct Message: Hashable, Sendable {
    /// Who said it.
    public var role: Role
    /// What was said.
    public var content: String
    /// How the making of it ended.
    public var state: MessageState
    /// What the model thought before it answered, where it thinks.
    public var thinking: String?
    /// The model that made it.
    public var model: String?
    /// The digest of that model's weights, so that a name that moved on can be told apart.
    public var digest: String?
    /// The options in effect for it.
    public var options: ModelOptions
    /// What the server counted and measured.
    public var statistics: ReplyStatistics?
    /// SHA-256 of the images that belong to it, in hexadecimal.
    public var images: [String]
    /// When it was said, where it was stored later than that: the store was away.
    public var saidAt: Timestamp?

    /// Makes a message.
    public init(
        role: Role, content: String, state: MessageState = .complete, thinking: String? = nil,
        model: String? = nil, digest: String? = nil, options: ModelOptions = ModelOptions(),
        statistics: ReplyStatistics? = nil, images: [String] = [], saidAt: Timestamp? = nil
    ) {
        self.role = role
        self.content = content
        self.state = state
        self.thinking = thinking
        self.model = model
        self.digest = digest
        self.options = options
        self.statistics = statistics
        self.images = images
        self.saidAt = saidAt
    }

    /// A message of the person who types.
    public static func user(_ content: String, with images: [MessageImage] = []) -> Message {
        Message(role: .user, content: content, images: images.map(\.digest))
    }

    /// A message with instructions for the whole session.
    public static func system(_ content: String) -> Message {
        Message(role: .system, content: content)
    }

    /// A message of the model.
    public static func assistant(_ content: String, state: MessageState = .complete) -> Message {
        Message(role: .assistant, content: content, state: state)
    }
}

extension Message: CustomStringConvertible {
    /// Role, state and size.
    ///
    /// Never the content: descriptions end up in logs.
    public var description: String {
        "\(role.rawValue) message, \(state.rawValue), \(content.utf8.count) bytes"
    }
}
