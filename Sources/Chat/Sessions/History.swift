/// A session with the messages that were read of it.
public struct History: Hashable, Sendable {
    /// The session as it was when the messages were read.
    public var session: Session
    /// The messages, oldest first.
    public var messages: [StoredMessage]
    /// Turns of which a draft exists, with the program that writes or wrote it.
    public var drafts: [TurnID: TurnOwner]

    /// Makes a history.
    public init(
        session: Session, messages: [StoredMessage], drafts: [TurnID: TurnOwner] = [:]
    ) {
        self.session = session
        self.messages = messages
        self.drafts = drafts
    }
}
