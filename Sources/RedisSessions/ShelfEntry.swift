import Chat

/// What goes to the shelf when messages leave the session's path.
///
/// The script adds the time and the newest message in front.
struct ShelfEntry: Encodable {
    /// Why messages left.
    enum Kind: String, Encodable {
        /// A reply was asked for again.
        case retry
        /// A reply was replaced by a longer one.
        case `continue`
        /// The system prompt was changed.
        case system
    }

    private let kind: Kind
    private let members: [String]
    private let op: String
    private let scores: [String]

    init(_ kind: Kind, _ messages: [StoredMessage], operation: TurnID = .random()) {
        self.kind = kind
        members = messages.map { String(decoding: $0.member, as: UTF8.self) }
        op = operation.text
        scores = messages.map(\.timestamp.text)
    }

    /// The entry as JSON.
    var json: [UInt8] {
        get throws { try JSONText.encode(self) }
    }
}
