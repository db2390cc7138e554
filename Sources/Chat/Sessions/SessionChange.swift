/// One change of a session's metadata.
public enum SessionChange: Hashable, Sendable {
    /// Gives the session a name.
    case name(String)
    /// Chooses the model that it talks to from now on.
    case model(String)
    /// Sets its options.
    case options(ModelOptions)
    /// Sets how long it outlives its last use.
    case timeToLive(TimeToLive)
    /// Keeps it whatever its time to live says, or lets that hold again.
    case pinned(Bool)
    /// Sends a summary in place of the messages that it covers, or (with `nil`) the messages again.
    case summary(SessionSummary?)
    /// Sets which messages are sent whatever happens, and which are not.
    case choices(ContextChoices)
}
