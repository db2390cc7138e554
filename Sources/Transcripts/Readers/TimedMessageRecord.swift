import Chat

/// A message in our JSON or the original's, with its time.
struct TimedMessageRecord: Decodable {
    /// The message.
    let message: Message
    /// When it was said.
    let said: Timestamp?

    private enum CodingKeys: String, CodingKey {
        case timestamp, score
    }

    /// Reads a message; a score beside a timestamp is what counts.
    init(from decoder: any Decoder) throws {
        message = try MessageRecord(from: decoder).message
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let time =
            (try? fields.decodeIfPresent(ImportedTime.self, forKey: .score))
            ?? (try? fields.decodeIfPresent(ImportedTime.self, forKey: .timestamp))
        said = time?.timestamp
    }
}

/// What stands in place of a message that the store could not read.
struct UnreadableRecord: Decodable {
    /// Its bytes as text.
    let unreadable: String
}
