/// What is done for a session before somebody says something in it.
public enum WarmupMode: String, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case off
    /// The server loads the model.
    case load
    /// The server loads the model, and evaluates what the next turn begins with.
    case prefix
}
