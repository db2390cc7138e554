import Chat

/// The body of a request to `/api/chat`.
struct ChatBody: Encodable {
    private let model: String
    private let messages: [SentMessage]
    private let options: [String: OptionValue]?
    private let keepAlive: Int64?
    private let think: OptionValue?
    private let truncate: OptionValue?
    private let shift: OptionValue?
    private let stream = true

    private enum CodingKeys: String, CodingKey {
        case model, messages, options, think, truncate, shift, stream
        case keepAlive = "keep_alive"
    }

    /// Makes the body for a request.
    init(_ request: ChatRequest, keepAlive: Duration?) {
        model = request.model
        messages = request.messages.map(SentMessage.init)
        self.keepAlive = keepAlive.map { $0 < .zero ? -1 : $0.components.seconds }
        think = request.options["think"]
        truncate =
            request.options["truncate"] ?? (request.refusesTruncation ? .boolean(false) : nil)
        shift = request.options["shift"]
        let options = request.options.values
            .filter { ModelOption.named($0.key)?.scope != .request }
        self.options = options.isEmpty ? nil : options
    }
}
