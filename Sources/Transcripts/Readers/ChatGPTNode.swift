import Chat

/// A node of a ChatGPT conversation.
struct ChatGPTNode: Decodable {
    /// The node before it.
    let parent: String?
    /// What is said there.
    let message: ChatGPTMessage?
}

/// A message of a ChatGPT conversation.
struct ChatGPTMessage: Decodable {
    private struct Author: Decodable {
        let role: String
    }

    private struct Metadata: Decodable {
        let isHidden: Bool?
        let model: String?

        enum CodingKeys: String, CodingKey {
            case isHidden = "is_visually_hidden_from_conversation"
            case model = "model_slug"
        }
    }

    private let author: Author
    private let body: ChatGPTContent?
    private let createdAt: ImportedTime?
    private let metadata: Metadata?

    private enum CodingKeys: String, CodingKey {
        case author, metadata
        case body = "content"
        case createdAt = "create_time"
    }

    /// Reads a message; only its author has to be there.
    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        author = try fields.decode(Author.self, forKey: .author)
        body = try? fields.decodeIfPresent(ChatGPTContent.self, forKey: .body)
        createdAt = try? fields.decodeIfPresent(ImportedTime.self, forKey: .createdAt)
        metadata = try? fields.decodeIfPresent(Metadata.self, forKey: .metadata)
    }

    /// How many images are with it.
    var imageCount: Int { body?.imageCount ?? 0 }

    /// What is worth to keep of it: placeholders and what the page hides are not.
    var content: ConversationTree.Node.Content {
        guard metadata?.isHidden != true, let body else { return .nothing }
        if let thinking = body.thinking { return .thinking(thinking) }
        guard !body.isContext, let text = body.text, text.contains(where: { !$0.isWhitespace })
        else { return .nothing }
        let role = Role(rawValue: author.role)
        return .message(
            Message(
                role: role, content: text, model: role == .assistant ? metadata?.model : nil),
            said: createdAt?.timestamp)
    }
}

/// What a message of a ChatGPT conversation consists of.
private struct ChatGPTContent: Decodable {
    private struct Thought: Decodable {
        let summary: String?
        let content: String?
    }

    /// A part of a message: a text, or something that has one, or an image.
    private struct Part: Decodable {
        let text: String?
        let isImage: Bool

        enum CodingKeys: String, CodingKey {
            case text
            case type = "content_type"
        }

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                self.text = text
                isImage = false
                return
            }
            let fields = try? decoder.container(keyedBy: CodingKeys.self)
            text = try? fields?.decode(String.self, forKey: .text)
            isImage = (try? fields?.decode(String.self, forKey: .type)) == "image_asset_pointer"
        }
    }

    private let type: String
    private let parts: [Part]?
    private let plain: String?
    private let result: String?
    private let thoughts: [Thought]?

    private enum CodingKeys: String, CodingKey {
        case parts, result, thoughts
        case type = "content_type"
        case plain = "text"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        type = (try? fields.decode(String.self, forKey: .type)) ?? "text"
        parts = try? fields.decodeIfPresent([Part].self, forKey: .parts)
        plain = try? fields.decodeIfPresent(String.self, forKey: .plain)
        result = try? fields.decodeIfPresent(String.self, forKey: .result)
        thoughts = try? fields.decodeIfPresent([Thought].self, forKey: .thoughts)
    }

    var imageCount: Int { parts?.count(where: \.isImage) ?? 0 }

    /// Whether it is what the page adds by itself: settings, or how long the model thought.
    var isContext: Bool { type.hasSuffix("_editable_context") || type == "reasoning_recap" }

    var text: String? {
        guard let parts else { return plain ?? result }
        return parts.compactMap(\.text).joined(separator: "\n")
    }

    var thinking: String? {
        guard type == "thoughts", let thoughts else { return nil }
        let texts = thoughts.map { thought in
            [thought.summary, thought.content].compactMap { $0 }.joined(separator: "\n\n")
        }
        return texts.joined(separator: "\n\n")
    }
}
