/// Which messages of a session are sent to the model, and about how large they are.
public struct ContextPlan: Hashable, Sendable {
    /// One message of the session.
    public struct Entry: Hashable, Sendable {
        /// The message.
        public let message: StoredMessage
        /// About how many tokens it takes up.
        public let tokens: Int
        /// Whether it is sent.
        public internal(set) var isSent: Bool
    }

    /// The messages that can be read, oldest first.
    public internal(set) var entries: [Entry]
    /// The tokens of the window, where that is known.
    public let window: Int?
    /// The tokens that are kept free for the reply.
    public let reserve: Int

    /// Whether some messages are left out because they do not fit, and not by choice.
    public internal(set) var isCut = false

    /// What is sent.
    public var sent: [Message] { entries.filter(\.isSent).compactMap(\.message.message) }

    /// About how many tokens are sent.
    public var tokens: Int { entries.reduce(0) { $0 + ($1.isSent ? $1.tokens : 0) } }

    /// How many messages are left out.
    public var leftOut: Int { entries.count { !$0.isSent } }

    /// Whether even that is more than the window holds.
    public var exceedsWindow: Bool { window.map { tokens > $0 } ?? false }

    /// The first message of those that are sent but for system messages.
    var start: Timestamp? {
        entries.first { $0.isSent && $0.message.message?.role != .system }?.message.timestamp
    }
}
