import Chat

/// Reads the `conversations.json` of a ChatGPT export.
public struct ChatGPTReader: TranscriptReader {
    /// The name of the format.
    public let name = "chatgpt"
    /// What it comes from.
    public let summary = "conversations.json of a ChatGPT export."

    /// Makes a reader.
    public init() {}

    /// Whether a conversation has a mapping of its messages.
    public func detects(_ file: TranscriptFile) -> Bool {
        file.shape?.has(["mapping"]) ?? false
    }

    /// Reads all conversations, one after the other.
    public func read(_ file: TranscriptFile) -> AnyIterator<ImportReading> {
        JSONElements.readings(of: file) { place, bytes in
            guard let fields = JSONFields(of: bytes, in: bytes.indices) else {
                var reading = ImportReading()
                reading.report(.loss(at: place, "It is no conversation, so it was left out."))
                return reading
            }
            return ImportReading(of: conversations(fields, of: bytes, at: place))
        }
    }

    private func conversations(
        _ fields: JSONFields, of bytes: [UInt8], at place: String
    ) -> [ConversationBuilder] {
        var template = ConversationBuilder(place: place)
        template.describe(
            name: fields.value(String.self, "title"),
            model: fields.value(String.self, "default_model_slug"),
            createdAt: fields.value(ImportedTime.self, "create_time")?.timestamp)
        var nodes = TreeNodes(template)
        let decoding = JSONDecoding()
        fields.each("mapping") { part in
            guard let id = part.key else { return }
            guard !part.isTooDeep,
                let record = decoding.value(ChatGPTNode.self, from: bytes[part.range])
            else {
                nodes.lose(id)
                return
            }
            nodes.tree.add(
                .init(parent: record.parent, content: record.message?.content ?? .nothing), id: id)
            let images = record.message?.imageCount ?? 0
            if images > 0 { nodes.reportImages(images, at: id) }
        }
        if fields.object("mapping") == nil { nodes.lose(nil) }
        return nodes.conversations(current: fields.value(String.self, "current_node"))
    }
}
