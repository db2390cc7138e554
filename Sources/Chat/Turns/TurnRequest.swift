/// What a program says when it begins a turn.
public struct TurnRequest: Hashable, Sendable {
    /// The identity of the turn.
    ///
    /// A request that is repeated with the same id has one effect.
    public var turn: TurnID
    /// The question to append, or `nil` to answer the messages that are there (retry, continue).
    public var question: Message?
    /// The images of the question that may not be in the session yet.
    public var images: [MessageImage]
    /// The newest message that the program knows; later ones come back as news.
    public var lastSeen: Timestamp?
    /// The model that will be asked, noted in the draft.
    public var model: String

    /// Makes a request.
    public init(
        turn: TurnID = .random(), question: Message?, images: [MessageImage] = [],
        lastSeen: Timestamp?, model: String
    ) {
        self.turn = turn
        self.question = question
        self.images = images
        self.lastSeen = lastSeen
        self.model = model
    }
}
