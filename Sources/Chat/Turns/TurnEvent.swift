/// One step of a turn, as a ``Conversation`` tells it.
public enum TurnEvent: Sendable {
    /// Another program is in a turn of this session; the question waits until it has ended.
    case waiting(for: TurnOwner)
    /// Messages that other programs stored since this one last looked.
    case news([StoredMessage])
    /// The question is stored.
    case asked(StoredMessage)
    /// The model server is busy and is asked again after the delay.
    case retrying(after: Duration)
    /// A piece of what the model thinks before it answers.
    case thinking(String)
    /// A piece of the answer.
    case text(String)
    /// The turn is over.
    case ended(TurnOutcome)
}
