/// An error that can be told to a person: what failed, and what to do next.
///
/// The error type of every module conforms, so that the prompt and the shell show all errors in
/// the same way without knowing where they come from.
public protocol ChatFailure: Error, Sendable, CustomStringConvertible {
    /// What kind of thing failed; decides the exit status in the shell.
    var kind: ChatFailureKind { get }
    /// A whole sentence that says what failed.
    var description: String { get }
    /// A sentence that says what to do next, where something can be done.
    var hint: String? { get }
    /// Whether the store cannot be used now and may be again later, so that what it should have
    /// been told is worth keeping for it.
    var isOutage: Bool { get }
}

extension ChatFailure {
    /// Most failures stay what they are.
    public var isOutage: Bool { false }
}

/// What kind of thing failed.
public enum ChatFailureKind: Hashable, Sendable {
    /// Anything without a kind of its own.
    case general
    /// The command or its arguments.
    case usage
    /// The session store.
    case store
    /// The model server.
    case modelServer
    /// The model server, which does not answer at all.
    case modelServerAway
    /// A session, message or model that is not there.
    case notFound
    /// A request that does not fit into the context window.
    case contextWindow
}
