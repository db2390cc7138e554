/// The body of a request to `/api/embed`.
struct EmbedBody: Encodable {
    private let model: String
    private let input: [String]
    private let truncate = true
    private let keepAlive: Int64?

    private enum CodingKeys: String, CodingKey {
        case model, input, truncate
        case keepAlive = "keep_alive"
    }

    /// Makes the body.
    init(model: String, input: [String], keepAlive: Duration?) {
        self.model = model
        self.input = input
        self.keepAlive = keepAlive?.keptAliveSeconds
    }
}

/// The answer of `/api/embed`.
struct EmbedAnswer: Decodable {
    /// One vector for each text.
    var embeddings: [[Float]]
    /// How many tokens were read.
    var tokens: Int?

    private enum CodingKeys: String, CodingKey {
        case embeddings
        case tokens = "prompt_eval_count"
    }
}
