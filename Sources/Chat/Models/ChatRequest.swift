/// What a model is asked.
public struct ChatRequest: Hashable, Sendable {
    /// The model, by the server's name for it.
    public var model: String
    /// The conversation so far, oldest first.
    public var messages: [Message]
    /// The images that the messages refer to, by their digests.
    public var images: [String: [UInt8]] = [:]
    /// The options to apply.
    public var options: ModelOptions
    /// Whether messages that do not fit into the window are an error, and not left out by the
    /// server without a word; an option of that name goes before.
    public var refusesTruncation: Bool

    /// Makes a request.
    public init(
        model: String, messages: [Message], options: ModelOptions = ModelOptions(),
        refusesTruncation: Bool = false
    ) {
        self.model = model
        self.messages = messages
        self.options = options
        self.refusesTruncation = refusesTruncation
    }
}

extension ChatRequest: CustomStringConvertible {
    /// Model and number of messages, without what was said.
    public var description: String { "request to \(model) with \(messages.count) messages" }
}
