/// What a turn is going to do, decided before it begins.
struct TurnPlan: Sendable {
    /// The identity of the turn.
    var turn = TurnID.random()
    /// The question to store, if the turn asks one that is not stored yet.
    var question: Message?
    /// The images of that question.
    var images: [MessageImage] = []
    /// What is different for the reply from what is set for the session.
    var override = ReplyOverride()
    /// Where the reply goes.
    var placement: ReplyPlacement = .append
    /// The reply that is gone on with, if one is.
    var continued: StoredMessage?
    /// The newest message known, or `nil` where nothing is known.
    var lastSeen: Timestamp?
    /// A question that was stored when the session was created.
    var stored: StoredMessage?
}
