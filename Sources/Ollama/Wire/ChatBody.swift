import Chat

/// The body of a request to `/api/chat`.
struct ChatBody: Encodable {
    private struct Message: Encodable {
        var role: String
        var content: String
    }

    private let model: String
    private let messages: [Message]
    private let options: [String: EncodableOption]?
    private let keepAlive: Int64?
    private let think: EncodableOption?
    private let truncate: EncodableOption?
    private let shift: EncodableOption?
    private let stream = true

    private enum CodingKeys: String, CodingKey {
        case model, messages, options, think, truncate, shift, stream
        case keepAlive = "keep_alive"
    }

    /// Makes the body for a request.
    ///
    /// Role and content are all that is sent of a message: thoughts of earlier replies would be
    /// dropped by the server, and anything else would change what its prompt cache knows.
    init(_ request: ChatRequest, keepAlive: Duration?) {
        model = request.model
        messages = request.messages.map { Message(role: $0.role.rawValue, content: $0.content) }
        self.keepAlive = keepAlive.map { $0 < .zero ? -1 : $0.components.seconds }
        think = request.options["think"].map(EncodableOption.init)
        truncate = request.options["truncate"].map(EncodableOption.init)
        shift = request.options["shift"].map(EncodableOption.init)
        let options = request.options.values
            .filter { ModelOption.named($0.key)?.scope != .request }
            .mapValues(EncodableOption.init)
        self.options = options.isEmpty ? nil : options
    }
}

private struct EncodableOption: Encodable {
    let value: OptionValue

    init(_ value: OptionValue) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .boolean(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .texts(let value): try container.encode(value)
        }
    }
}
