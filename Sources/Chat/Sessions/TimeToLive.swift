/// How long a session outlives its last use.
public enum TimeToLive: Hashable, Sendable {
    /// For ever, until somebody deletes it.
    case forever
    /// This many seconds, counted anew from every use.
    case seconds(Int)
}
