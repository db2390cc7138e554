import Chat

/// Statistics as `--json` shows them; the first five fields are those of the original layout.
struct UsageJSON: Encodable {
    private let statistics: UsageStatistics
    private let session: Session?
    private let store: StoreUsage

    /// Statistics of a session, or of the store.
    init(_ statistics: UsageStatistics, of session: Session?, _ store: StoreUsage) {
        self.statistics = statistics
        self.session = session
        self.store = store
    }

    private enum Key: String, CodingKey {
        case session, models, bytes, expiries, memory
        case sessionCount = "total_sessions"
        case messageCount = "total_messages"
        case averageMessages = "avg_messages_per_session"
        case oldest = "oldest_session"
        case mostActive = "most_active_session"
        case pinnedCount = "pinned_sessions"
        case unreadableCount = "unreadable_messages"
        case largest = "largest_sessions"
    }

    private enum MemoryKey: String, CodingKey {
        case used, limit, policy
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(statistics.sessionCount, forKey: .sessionCount)
        try object.encode(statistics.messageCount, forKey: .messageCount)
        try object.encode(statistics.averageMessages, forKey: .averageMessages)
        try object.encode(statistics.oldest?.id.text, forKey: .oldest)
        try object.encode(statistics.mostActive?.id.text, forKey: .mostActive)
        try object.encode(statistics.pinnedCount, forKey: .pinnedCount)
        try object.encode(statistics.unreadableCount, forKey: .unreadableCount)
        try object.encode(statistics.bytes, forKey: .bytes)
        try object.encodeIfPresent(session.map(SessionJSON.init), forKey: .session)
        try object.encode(statistics.rankedModels.map(ModelUsageJSON.init), forKey: .models)
        try object.encode(statistics.largest.map(SizedJSON.init), forKey: .largest)
        let ranges = ExpiryRange.allCases.map { ($0.rawValue, statistics.expiries[$0] ?? 0) }
        try object.encode(
            Dictionary(ranges, uniquingKeysWith: { first, _ in first }), forKey: .expiries)
        var memory = object.nestedContainer(keyedBy: MemoryKey.self, forKey: .memory)
        try memory.encode(store.memoryUsed, forKey: .used)
        try memory.encode(store.memoryLimit, forKey: .limit)
        try memory.encode(store.policy, forKey: .policy)
    }
}

/// What the replies of a model come to.
private struct ModelUsageJSON: Encodable {
    let name: String?
    let usage: ModelUsage

    private enum Key: String, CodingKey {
        case name, turns
        case promptTokens = "prompt_tokens"
        case replyTokens = "reply_tokens"
        case speed = "median_tokens_per_second"
        case loadShare = "load_share"
        case interruptedShare = "interrupted_share"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(name, forKey: .name)
        try object.encode(usage.turns, forKey: .turns)
        try object.encode(usage.promptTokens, forKey: .promptTokens)
        try object.encode(usage.replyTokens, forKey: .replyTokens)
        try object.encode(usage.medianTokensPerSecond, forKey: .speed)
        try object.encode(usage.loadShare, forKey: .loadShare)
        try object.encode(usage.interruptedShare, forKey: .interruptedShare)
    }
}

/// A session and its bytes.
private struct SizedJSON: Encodable {
    let sized: UsageStatistics.Sized

    private enum Key: String, CodingKey {
        case id, name, bytes
        case messageCount = "message_count"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(sized.session.id.text, forKey: .id)
        try object.encode(sized.session.name, forKey: .name)
        try object.encode(sized.session.messageCount, forKey: .messageCount)
        try object.encode(sized.bytes, forKey: .bytes)
    }
}
