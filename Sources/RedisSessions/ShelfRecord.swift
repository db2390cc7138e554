import Chat

/// An entry of the shelf as it stands in Redis.
///
/// Its members are JSON as text, with their scores as Redis writes them.
struct ShelfRecord: Decodable {
    private let at: Double
    private let head: Double?
    private let kind: String
    private let members: [String]
    private let op: String
    private let scores: [String]

    /// The entry, or `nil` for one of a kind that this program does not know.
    var entry: ShelvedMessages? {
        guard let operation = TurnID(op), let kind = ShelfKind(rawValue: kind),
            let at = Timestamp(seconds: at)
        else { return nil }
        let messages = zip(members, scores).map { member, score in
            let bytes = Array(member.utf8)
            return StoredMessage(
                number: 0, timestamp: Timestamp(score: Double(score) ?? 0),
                message: JSONText.decode(MessageRecord.self, from: bytes)?.message, member: bytes)
        }
        return ShelvedMessages(
            operation: operation, kind: kind, at: at,
            head: head.flatMap { Timestamp(seconds: $0) }, messages: messages)
    }
}
