/// Why the editor's thread was woken.
enum WakeReason: Hashable, Sendable {
    /// SIGINT came from outside; Ctrl-C is a key.
    case interrupted
    /// SIGTSTP came from outside; Ctrl-Z is a key.
    case suspended
    /// The process was stopped by others and goes on.
    case continued
    /// The size of the terminal or the mailbox may have changed.
    case changed
}
