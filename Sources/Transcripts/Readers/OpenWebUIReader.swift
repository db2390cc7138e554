import Chat

/// Reads the chats that Open WebUI exports.
public struct OpenWebUIReader: TranscriptReader {
    /// The name of the format.
    public let name = "openwebui"
    /// What it comes from.
    public let summary = "Chats exported by Open WebUI."

    /// Makes a reader.
    public init() {}

    /// Whether there is a chat, or the history of one.
    public func detects(_ file: TranscriptFile) -> Bool {
        guard let shape = file.shape else { return false }
        return shape.has(["chat"]) || shape.has(["history"])
    }

    /// Reads all chats, one after the other.
    public func read(_ file: TranscriptFile) -> AnyIterator<ImportReading> {
        JSONElements.readings(of: file) { place, bytes in
            guard let outer = JSONFields(of: bytes, in: bytes.indices),
                let chat = outer.object("chat") ?? (outer.range("history") == nil ? nil : outer)
            else {
                var reading = ImportReading()
                reading.report(.loss(at: place, "It is no chat, so it was left out."))
                return reading
            }
            var template = ConversationBuilder(place: place)
            let time =
                outer.value(ImportedTime.self, "created_at")
                ?? chat.value(ImportedTime.self, "timestamp")
            template.describe(
                name: outer.value(String.self, "title") ?? chat.value(String.self, "title"),
                model: chat.value([String].self, "models")?.first, createdAt: time?.timestamp)
            return ImportReading(of: conversations(chat, of: bytes, template))
        }
    }

    private func conversations(
        _ chat: JSONFields, of bytes: [UInt8], _ template: ConversationBuilder
    ) -> [ConversationBuilder] {
        var nodes = TreeNodes(template)
        let decoding = JSONDecoding()
        let history = chat.object("history")
        let isTree = history?.range("messages") != nil
        var previous: String?
        var count = 0
        (isTree ? history : chat)?.each("messages") { part in
            count += 1
            let id = part.key ?? String(count)
            guard !part.isTooDeep,
                let record = decoding.value(OpenWebUIMessage.self, from: bytes[part.range])
            else {
                nodes.lose(id)
                return
            }
            let parent = isTree ? record.parentId : previous
            previous = id
            nodes.tree.add(.init(parent: parent, content: record.content), id: id)
            for image in record.images { nodes.tree.add(image) }
            if record.lostCount > 0 { nodes.reportImages(record.lostCount, at: id) }
        }
        if count == 0 { nodes.lose(nil) }
        return nodes.conversations(current: history?.value(String.self, "currentId"))
    }
}

/// A message of a chat of Open WebUI.
private struct OpenWebUIMessage: Decodable {
    private struct File: Decodable {
        let type: String?
        let url: String?
    }

    let parentId: String?
    private let role: String
    private let text: String
    private let timestamp: ImportedTime?
    private let model: String?
    /// The images that are in the file.
    let images: [InlineImage]
    /// How many images are elsewhere.
    let lostCount: Int

    private enum CodingKeys: String, CodingKey {
        case parentId, role, timestamp, model, files
        case text = "content"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        parentId = try? fields.decodeIfPresent(String.self, forKey: .parentId)
        role = try fields.decode(String.self, forKey: .role)
        text = (try? fields.decodeIfPresent(String.self, forKey: .text)) ?? ""
        timestamp = try? fields.decodeIfPresent(ImportedTime.self, forKey: .timestamp)
        model = try? fields.decodeIfPresent(String.self, forKey: .model)
        let files = (try? fields.decodeIfPresent([File].self, forKey: .files)) ?? []
        let addresses = files.filter { $0.type == "image" }.map { $0.url ?? "" }
        images = addresses.compactMap(InlineImage.init)
        lostCount = addresses.count - images.count
    }

    var content: ConversationTree.Node.Content {
        guard !text.isEmpty || !images.isEmpty else { return .nothing }
        var message = Message(role: Role(rawValue: role), content: text)
        message.images = images.map(\.digest)
        if message.role == .assistant {
            message.model = model
            if let (thinking, content) = ReasoningBlock.split(text) {
                message.thinking = thinking
                message.content = content
            }
        }
        return .message(message, said: timestamp?.timestamp)
    }
}
