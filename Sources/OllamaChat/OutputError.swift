import Chat

/// The answer could not be written.
struct OutputError: ChatFailure {
    /// The system's words for why.
    let words: String

    var kind: ChatFailureKind { .general }
    var description: String { "The standard output cannot be written: \(words)." }
    var hint: String? { "Sessions are stored all the same." }
}
