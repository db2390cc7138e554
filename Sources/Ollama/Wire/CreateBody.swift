import Chat

/// The body of a request to `/api/create`.
struct CreateBody: Encodable {
    private let model: String
    private let from: String
    private let system: String?
    private let parameters: [String: OptionValue]?
    private let messages: [SentMessage]?

    /// Makes the body for a model.
    ///
    /// Options that belong to one request cannot be a model's.
    init(_ model: NewModel) {
        self.model = model.name
        from = model.base
        system = model.system
        let parameters = model.options.ofServer
        self.parameters = parameters.isEmpty ? nil : parameters
        messages = model.messages.isEmpty ? nil : model.messages.map { SentMessage($0) }
    }
}
