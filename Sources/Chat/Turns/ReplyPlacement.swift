/// Where the reply of a turn goes.
public enum ReplyPlacement: Hashable, Sendable {
    /// Behind the newest message.
    case append
    /// Behind the newest message, while the given older reply goes to the shelf (`/retry`).
    case instead(of: StoredMessage)
    /// In the very place of the given reply, which goes to the shelf (`/continue`).
    case inPlace(of: StoredMessage)
}

/// What became of a reply.
public enum ReplyAnswer: Hashable, Sendable {
    /// It is stored, and the turn is over.
    case stored(StoredMessage)
    /// Others went on in the session since the question, or took the draft over, because the
    /// lease was lost. The reply belongs into a branch from its own question.
    case overtaken
}
