/// What a model is asked.
public struct ChatRequest: Hashable, Sendable {
    /// The model, by the server's name for it.
    public var model: String
    /// The conversation so far, oldest first.
    public var messages: [Message]
    /// The options to apply.
    public var options: ModelOptions

    /// Makes a request.
    public init(model: String, messages: [Message], options: ModelOptions = ModelOptions()) {
        self.model = model
        self.messages = messages
        self.options = options
    }
}

extension ChatRequest: CustomStringConvertible {
    /// Model and number of messages, without what was said.
    public var description: String { "request to \(model) with \(messages.count) messages" }
}
