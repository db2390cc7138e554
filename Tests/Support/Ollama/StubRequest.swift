import PlatformFoundation

/// A request as the stub received it.
package struct StubRequest: Hashable, Sendable {
    /// The method.
    package var method: String
    /// The path and what follows it, or the whole URL where the client took it for a proxy.
    package var path: String
    /// The headers, by names in lower case.
    package var headers: [String: String]
    /// The body.
    package var body: [UInt8]

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as a question to a model, where it is one.
    package var chat: StubChat? { decoded(StubChat.self) }

    /// The body as a model to make, where it is one.
    package var newModel: StubNewModel? {
        path.hasSuffix("/api/create") ? decoded(StubNewModel.self) : nil
    }

    /// The model to fetch, where it asks for that.
    package var pulledModel: String? {
        struct Body: Decodable { var model: String }
        return path.hasSuffix("/api/pull") ? decoded(Body.self)?.model : nil
    }

    /// The texts to make vectors of, where it asks for that.
    package var embedded: StubTexts? {
        path.hasSuffix("/api/embed") ? decoded(StubTexts.self) : nil
    }

    /// What kind of question it is.
    package var target: StubTarget {
        if path.hasSuffix("/api/embed") { return .embed }
        guard path.hasSuffix("/api/chat"), let chat else { return .other }
        return chat.messages.isEmpty ? .load : .chat
    }

    /// The body as a value, where it is one.
    func decoded<Value: Decodable>(_ type: Value.Type) -> Value? {
        try? JSONDecoder().decode(type, from: Data(body))
    }
}

/// Texts to make vectors of.
package struct StubTexts: Hashable, Sendable, Decodable {
    /// The model.
    package var model: String
    /// The texts.
    package var input: [String]
}

/// A model to make.
package struct StubNewModel: Hashable, Sendable, Decodable {
    /// The name that it gets.
    package var model: String
    /// The model that it is made from.
    package var from: String
    /// Its system prompt.
    package var system: String?
    /// The messages that come with it.
    package var messages: [StubChat.Message]?
}

/// A question to a model.
package struct StubChat: Hashable, Sendable, Decodable {
    /// A message of it.
    package struct Message: Hashable, Sendable, Decodable {
        /// Who said it.
        package var role: String
        /// What was said.
        package var content: String
    }

    /// The options that the stub cares about.
    package struct Options: Hashable, Sendable, Decodable {
        /// The window.
        package var window: Int?
        /// The tokens that a reply may have.
        package var longestReply: Int?

        private enum CodingKeys: String, CodingKey {
            case window = "num_ctx"
            case longestReply = "num_predict"
        }
    }

    /// The model.
    package var model: String
    /// The conversation.
    package var messages: [Message]
    /// The options.
    package var options: Options?
    /// How many seconds the model stays in memory.
    package var keepAlive: Int?

    private enum CodingKeys: String, CodingKey {
        case model, messages, options
        case keepAlive = "keep_alive"
    }

    /// What the user said last.
    package var lastQuestion: String {
        messages.last { $0.role == "user" }?.content ?? ""
    }
}
