/// What a store answers to the beginning of a turn.
public enum TurnAnswer: Hashable, Sendable {
    /// The turn has begun and holds the session's lease.
    case begun(BegunTurn)
    /// Another program is in a turn of this session. Nothing was appended; ask again later.
    case busy(TurnOwner)
}

/// A turn that has begun: the question is stored, the draft of the reply is open.
public struct BegunTurn: Hashable, Sendable {
    /// The identity of the turn.
    public let turn: TurnID
    /// The session it belongs to.
    public let session: SessionID
    /// The question as it was stored, or `nil` where none was asked.
    public let question: StoredMessage?
    /// Messages that other programs stored since the last one this program knew.
    public let news: [StoredMessage]
    /// The newest message before the reply; the reply belongs right behind it.
    public let anchor: Timestamp?
    /// How many messages the session holds now.
    public let messageCount: Int
    /// The session's revision; when it differs from the one known, messages have changed in place.
    ///
    /// `nil` where messages that are known have other numbers and timestamps now.
    public let revision: Int?
    /// The program that began the turn, under which it has to be ended.
    public let owner: TurnOwner

    /// Makes a begun turn.
    public init(
        turn: TurnID, session: SessionID, question: StoredMessage?, news: [StoredMessage],
        anchor: Timestamp?, messageCount: Int, revision: Int?, owner: TurnOwner
    ) {
        self.turn = turn
        self.session = session
        self.question = question
        self.news = news
        self.anchor = anchor
        self.messageCount = messageCount
        self.revision = revision
        self.owner = owner
    }
}
