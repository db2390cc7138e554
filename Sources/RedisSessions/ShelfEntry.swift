import Chat

/// What goes to the shelf when messages leave the session's path.
///
/// The script adds the time and the newest message in front.
struct ShelfEntry: Encodable {
    private let kind: String
    private let members: [String]
    private let op: String
    private let scores: [String]

    init(_ kind: ShelfKind, _ messages: [StoredMessage], operation: TurnID = .random()) {
        self.kind = kind.rawValue
        members = messages.map { String(decoding: $0.member, as: UTF8.self) }
        op = operation.text
        scores = messages.map(\.timestamp.text)
    }

    /// The entry as JSON.
    var json: [UInt8] {
        get throws { try JSONText.encode(self) }
    }
}
