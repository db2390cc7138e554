import Chat
import Search

/// A hit as `--json` shows it.
struct HitJSON: Encodable {
    /// How many characters the snippet has at the most.
    private static let snippetSize = 200

    private let hit: SearchHit
    private let session: Session

    init(_ hit: SearchHit, in group: SessionHits) {
        self.hit = hit
        session = group.session
    }

    private enum Key: String, CodingKey {
        case name, message, score, snippet
        case sessionID = "session_id"
        case messageIndex = "message_index"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(session.id.text, forKey: .sessionID)
        try object.encode(session.name, forKey: .name)
        try object.encode(hit.index, forKey: .messageIndex)
        try object.encode(MessageJSON(hit.message), forKey: .message)
        try object.encode(hit.score, forKey: .score)
        let content = hit.message.message?.content ?? ""
        try object.encode(
            MatchExcerpt(of: content, hits: hit.match.hits, size: Self.snippetSize).text,
            forKey: .snippet)
    }
}
