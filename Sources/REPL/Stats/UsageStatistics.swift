import Chat

/// What sessions come to, added up one by one.
///
/// It does not grow with the sessions and the messages.
struct UsageStatistics: Sendable {
    /// A session and its bytes in the store.
    struct Sized: Hashable, Sendable {
        /// The session.
        let session: Session
        /// The bytes.
        let bytes: Int
    }

    /// As many of the largest sessions are kept.
    private static let largestCount = 5

    /// How many sessions.
    private(set) var sessionCount = 0
    /// How many of them are pinned.
    private(set) var pinnedCount = 0
    /// How many messages they hold.
    private(set) var messageCount = 0
    /// How many of the messages could not be read.
    private(set) var unreadableCount = 0
    /// The session that was created first.
    private(set) var oldest: Session?
    /// The session with the most messages.
    private(set) var mostActive: Session?
    /// The bytes of all sessions, as far as the store tells.
    private(set) var bytes: Int?
    /// The sessions that take up the most, the largest first.
    private(set) var largest: [Sized] = []
    /// How many sessions expire when.
    private(set) var expiries: [ExpiryRange: Int] = [:]
    /// The models, by their names; those of replies that do not say are under `nil`.
    private(set) var models: [String?: ModelUsage] = [:]

    /// How many messages a session has on average.
    var averageMessages: Double {
        sessionCount > 0 ? Double(messageCount) / Double(sessionCount) : 0
    }

    /// The models that made the most replies first.
    var rankedModels: [(name: String?, usage: ModelUsage)] {
        models.map { ($0.key, $0.value) }.sorted { one, other in
            let left = (one.1.turns, one.1.replyTokens)
            let right = (other.1.turns, other.1.replyTokens)
            return left == right ? (one.0 ?? "") < (other.0 ?? "") : left > right
        }
    }

    /// Takes a session; its messages come one by one.
    mutating func add(_ session: Session, bytes size: Int?) {
        sessionCount += 1
        messageCount += session.messageCount
        if session.isPinned { pinnedCount += 1 }
        if session.createdAt < oldest?.createdAt ?? Timestamp(microseconds: .max) {
            oldest = session
        }
        if session.messageCount > mostActive?.messageCount ?? 0 { mostActive = session }
        if let seconds = session.expiresIn {
            expiries[ExpiryRange(seconds: seconds), default: 0] += 1
        }
        guard let size else { return }
        bytes = (bytes ?? 0) + size
        let place = largest.firstIndex { $0.bytes < size } ?? largest.count
        largest.insert(Sized(session: session, bytes: size), at: place)
        if largest.count > Self.largestCount { largest.removeLast() }
    }

    /// Takes a message of a session.
    mutating func add(_ message: StoredMessage) {
        guard let message = message.message else {
            unreadableCount += 1
            return
        }
        guard message.role == .assistant else { return }
        models[message.model.map(ModelName.short), default: ModelUsage()].add(message)
    }
}
