import Chat

/// The body of a request to `/api/chat`.
struct ChatBody: Encodable {
    private let model: String
    private let messages: [SentMessage]
    private let options: [String: OptionValue]?
    private let keepAlive: Int64?
    private let think: ThinkingLevel?
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
        messages = request.messages.map { SentMessage($0, request.images) }
        if case .integer(let seconds) = request.options["keep_alive"] {
            self.keepAlive = Int64(seconds)
        } else {
            self.keepAlive = keepAlive?.keptAliveSeconds
        }
        think = request.options["think"].map(ThinkingLevel.init)
        truncate =
            request.options["truncate"] ?? (request.refusesTruncation ? .boolean(false) : nil)
        shift = request.options["shift"]
        let options = request.options.ofServer
        self.options = options.isEmpty ? nil : options
    }
}

extension Duration {
    /// The seconds for which a model is kept in memory, as the server takes them: -1 is for ever.
    var keptAliveSeconds: Int64 { self < .zero ? -1 : components.seconds }
}
