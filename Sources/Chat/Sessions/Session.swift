/// What is known of a session without its messages.
public struct Session: Hashable, Sendable {
    /// The identity of the session.
    public let id: SessionID
    /// Its name, where it has one.
    public var name: String?
    /// The model that it talks to, where one was chosen.
    public var model: String?
    /// The options that were set for it.
    public var options: ModelOptions
    /// When it was created.
    public var createdAt: Timestamp
    /// When it was last used.
    public var lastActivity: Timestamp
    /// How many messages it holds now.
    public var messageCount: Int
    /// How many messages are missing that the metadata still counts, where all of them are: the
    /// server evicted them, or another program took them away.
    public var lostCount: Int
    /// How many messages were pruned from its beginning; shown numbers count on from here.
    public var prunedCount: Int
    /// Grows with every change other than an append, so that a reader knows when to read anew.
    public var revision: Int
    /// Seconds until it expires, or `nil` if it does not.
    public var expiresIn: Int?
    /// How long it outlives its last use, where that was set for it.
    public var timeToLive: TimeToLive?
    /// Whether it is kept whatever its time to live says.
    public var isPinned: Bool
    /// What is sent in place of its beginning, where that was summarised.
    public var summary: SessionSummary?
    /// Which messages are sent whatever happens, and which are not.
    public var choices: ContextChoices
    /// The session that it was branched from.
    public var parent: SessionID?
    /// The number of the last message that it shares with its parent.
    public var branchPoint: Int?

    /// Makes a session value.
    public init(
        id: SessionID, name: String? = nil, model: String? = nil,
        options: ModelOptions = ModelOptions(), createdAt: Timestamp, lastActivity: Timestamp,
        messageCount: Int = 0, lostCount: Int = 0, prunedCount: Int = 0, revision: Int = 0,
        expiresIn: Int? = nil, timeToLive: TimeToLive? = nil, isPinned: Bool = false,
        summary: SessionSummary? = nil, choices: ContextChoices = ContextChoices(),
        parent: SessionID? = nil, branchPoint: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.model = model
        self.options = options
        self.createdAt = createdAt
        self.lastActivity = lastActivity
        self.messageCount = messageCount
        self.lostCount = lostCount
        self.prunedCount = prunedCount
        self.revision = revision
        self.expiresIn = expiresIn
        self.timeToLive = timeToLive
        self.isPinned = isPinned
        self.summary = summary
        self.choices = choices
        self.parent = parent
        self.branchPoint = branchPoint
    }
}
