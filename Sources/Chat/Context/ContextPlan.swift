/// Which messages of a session are sent to the model, and about how large they are.
public struct ContextPlan: Hashable, Sendable {
    /// One message of the session.
    public struct Entry: Hashable, Sendable {
        /// Whether a message is sent.
        public enum State: String, Hashable, Sendable {
            /// As it is.
            case sent
            /// As a part of the summary.
            case summarised
            /// Not at all, because there is no room.
            case leftOut = "left out"
            /// Not at all, because somebody decided so.
            case excluded
        }

        /// The message.
        public let message: StoredMessage
        /// About how many tokens it takes up.
        public let tokens: Int
        /// Whether it is sent.
        public internal(set) var state = State.sent

        /// Whether somebody decided that it is sent whatever happens.
        public internal(set) var isPinned = false

        /// Whether it is sent as it is.
        public var isSent: Bool { state == .sent }
    }

    /// The messages that can be read, oldest first.
    public internal(set) var entries: [Entry]
    /// The tokens of the window, where that is known.
    public let window: Int?
    /// The tokens that are kept free for the reply.
    public let reserve: Int

    /// What is sent in place of the messages that it covers.
    public internal(set) var summary: SessionSummary?
    /// About how many tokens that takes up.
    public internal(set) var summaryTokens = 0
    /// How many older messages were not even read; they are left out, too.
    public internal(set) var unread = 0
    /// Whether some messages are left out because they do not fit, and not by choice.
    public internal(set) var isCut = false

    /// What is sent.
    public var sent: [Message] {
        let messages = entries.filter(\.isSent).compactMap(\.message.message)
        guard let summary else { return messages }
        let first = messages.firstIndex { $0.role != .system } ?? messages.endIndex
        return Array(messages[..<first]) + [summary.message] + Array(messages[first...])
    }

    /// About how many tokens are sent.
    public var tokens: Int {
        entries.reduce(summaryTokens) { $0 + ($1.isSent ? $1.tokens : 0) }
    }

    /// How many messages are left out.
    public var leftOut: Int { entries.count { $0.state == .leftOut } + unread }

    /// How many messages are not sent because somebody decided so.
    public var excluded: Int { entries.count { $0.state == .excluded } }

    /// Whether every message that was read is sent, as far as somebody wants that.
    var leavesNothingOut: Bool { entries.allSatisfy { $0.isSent || $0.state == .excluded } }

    /// The first message of those that are sent but for system messages.
    var start: Timestamp? {
        entries.indices.first { entries[$0].isSent && !isFixed($0) }
            .map { entries[$0].message.timestamp }
    }

    /// Whether a message is sent whatever room there is.
    func isFixed(_ index: Int) -> Bool {
        entries[index].isPinned || entries[index].message.message?.role == .system
    }
}
