/// What a session is created with.
public struct NewSession: Hashable, Sendable {
    /// The id that it gets.
    ///
    /// Creating it again under the same id has one effect.
    public var id: SessionID
    /// Its name, if it has one already.
    public var name: String?
    /// Its first messages; a system prompt comes first among them.
    public var messages: [Message]
    /// The images of these messages.
    public var images: [MessageImage] = []
    /// The model that it talks to.
    public var model: String?
    /// The options set for it.
    public var options: ModelOptions

    /// Describes a session to create.
    ///
    /// - Parameters:
    ///   - id: The id that it gets; a new one unless told.
    ///   - name: Its name.
    ///   - systemPrompt: Instructions for the model, stored as the first message.
    ///   - model: The model that it talks to.
    ///   - options: The options set for it.
    ///   - messages: Messages to begin with, after the system prompt.
    public init(
        id: SessionID = .random(), name: String? = nil, systemPrompt: String? = nil,
        model: String? = nil, options: ModelOptions = ModelOptions(), messages: [Message] = []
    ) {
        self.id = id
        self.name = name
        self.messages = (systemPrompt.map { [.system($0)] } ?? []) + messages
        self.model = model
        self.options = options
    }
}
