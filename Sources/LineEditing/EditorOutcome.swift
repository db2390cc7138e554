/// What a read ends with, inside.
enum EditorOutcome: Hashable, Sendable {
    /// It is told to the caller.
    case reading(LineReading)
    /// The task was cancelled.
    case cancelled
}
