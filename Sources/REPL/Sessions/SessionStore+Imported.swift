import Chat
import Transcripts

extension SessionStore {
    /// The session that a conversation of a file is in this store already, if it is: the one that
    /// was brought in from it, or the one that it was exported from and that has not changed since.
    func session(of conversation: ImportedConversation, _ path: ImportedPath) async throws
        -> SessionID?
    {
        if let id = conversation.id, try await find(id.text).contains(where: { $0.id == id }) {
            return id
        }
        guard let id = conversation.originalID,
            let session = try await find(id.text).first(where: { $0.id == id }),
            session.messageCount == path.count, try await has(path, in: id)
        else { return nil }
        return id
    }

    /// Whether the messages of a session are those of a path, said at the same times.
    private func has(_ path: ImportedPath, in id: SessionID) async throws -> Bool {
        var position = 0
        while position < path.count {
            let messages = try path.messages(from: position)
            let end = position + messages.count
            guard !messages.isEmpty else { return false }
            let stored = try await history(of: id, .positions(position..<end)).messages
            let areSame = zip(stored, messages).allSatisfy {
                $0.message == $1.message && $0.timestamp == $1.timestamp
            }
            guard areSame, stored.count == messages.count else { return false }
            position = end
        }
        return true
    }
}
