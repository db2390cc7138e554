import Chat

/// A session as `--json` shows it: times in seconds, `ttl` in seconds or `null`.
struct SessionJSON: Encodable {
    private let session: Session

    init(_ session: Session) {
        self.session = session
    }

    private enum Key: String, CodingKey {
        case id, name, model, ttl, pinned, parent
        case messageCount = "message_count"
        case createdAt = "created_at"
        case lastActivity = "last_activity"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(session.id.text, forKey: .id)
        try object.encode(session.name, forKey: .name)
        try object.encode(session.messageCount, forKey: .messageCount)
        try object.encode(session.createdAt.seconds, forKey: .createdAt)
        try object.encode(session.lastActivity.seconds, forKey: .lastActivity)
        try object.encode(session.expiresIn, forKey: .ttl)
        try object.encode(session.isPinned, forKey: .pinned)
        try object.encode(session.model, forKey: .model)
        try object.encodeIfPresent(session.parent?.text, forKey: .parent)
    }
}
