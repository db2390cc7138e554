/// A message in JSON: the fields of the original layout, and ours where there is something to say.
///
/// The timestamp is not among them. It is spliced in by the script that stores the message, and
/// read from the score.
package struct MessageRecord: Codable {
    private var role: String
    private var content: String
    private var model: String?
    private var digest: String?
    private var state: String?
    private var thinking: String?
    private var images: [String]?
    private var stats: StatisticsRecord?
    private var options: [String: OptionRecord]?
    private var saidAt: Double?

    private enum CodingKeys: String, CodingKey {
        case role, content, model, digest, state, thinking, images, stats, options
        case saidAt = "said_at"
    }

    /// Takes what is said of a message.
    package init(_ message: Message) {
        role = message.role.rawValue
        content = message.content
        model = message.model
        digest = message.digest
        state = message.state == .complete ? nil : message.state.rawValue
        thinking = message.thinking
        images = message.images.isEmpty ? nil : message.images
        stats = message.statistics.map(StatisticsRecord.init)
        options = message.options.isEmpty ? nil : message.options.record
        saidAt = message.saidAt?.seconds
    }

    /// Reads a message.
    ///
    /// Role and content have to be there; our fields are left out where another program put
    /// something else into them.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        role = try fields.decode(String.self, forKey: .role)
        content = try fields.decode(String.self, forKey: .content)
        model = try? fields.decodeIfPresent(String.self, forKey: .model)
        digest = try? fields.decodeIfPresent(String.self, forKey: .digest)
        state = try? fields.decodeIfPresent(String.self, forKey: .state)
        thinking = try? fields.decodeIfPresent(String.self, forKey: .thinking)
        images = try? fields.decodeIfPresent([String].self, forKey: .images)
        stats = try? fields.decodeIfPresent(StatisticsRecord.self, forKey: .stats)
        options = try? fields.decodeIfPresent([String: OptionRecord].self, forKey: .options)
        saidAt = try? fields.decodeIfPresent(Double.self, forKey: .saidAt)
    }

    /// The message as a value.
    package var message: Message {
        Message(
            role: Role(rawValue: role), content: content,
            state: state.flatMap(MessageState.init) ?? .complete, thinking: thinking, model: model,
            digest: digest, options: ModelOptions(options ?? [:]), statistics: stats?.statistics,
            images: images ?? [], saidAt: saidAt.flatMap(Timestamp.init(seconds:)))
    }
}
