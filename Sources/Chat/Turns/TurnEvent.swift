/// One step of a turn, as a ``Conversation`` tells it.
public enum TurnEvent: Sendable {
    /// Another program is in a turn of this session; the question waits until it has ended.
    case waiting(for: TurnOwner)
    /// Messages that other programs stored since this one last looked.
    case news([StoredMessage])
    /// The session is not there any more; what was known of it goes on in a new one.
    case moved(to: Session)
    /// Others went on in the session meanwhile; the reply, and what follows, is in a branch.
    case branched(to: Session)
    /// The question is stored.
    case asked(StoredMessage)
    /// Not everything fits into the context window any more, or something else does than before.
    case planned(ContextPlan)
    /// The conversation has outgrown its window, and the server loads the model with a larger one.
    case windowGrows(from: Int, to: Int)
    /// The server read fewer tokens than it was sent: it left something out without a word.
    case cutByServer(read: Int, sent: Int)
    /// The model server is busy and is asked again after the delay.
    case retrying(after: Duration)
    /// A piece of what the model thinks before it answers.
    case thinking(String)
    /// A piece of the answer.
    case text(String)
    /// All that comes of the reply is there, and is being stored.
    case arrived
    /// The turn is over.
    case ended(TurnOutcome)
}
