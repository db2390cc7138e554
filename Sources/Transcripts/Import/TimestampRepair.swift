import Chat

/// Something that was said at a time.
protocol TimedEntry {
    /// When it was said, as the file has it.
    var said: Timestamp? { get }
    /// When it counts as said.
    var timestamp: Timestamp { get set }
}

/// Puts the times of messages in order: each later than the one before it, none in the future.
struct TimestampRepair {
    private var missing = 0
    private var early = 0
    private var future = 0
    private let now: Timestamp

    /// Begins to repair the times of one conversation.
    init(now: Timestamp) {
        self.now = now
    }

    /// Sets the timestamps of messages.
    ///
    /// - Parameters:
    ///   - messages: The messages.
    ///   - earlier: The message before the first, of the conversation that this one branches from.
    ///   - ceiling: The latest moment that the last message may get.
    ///   - createdAt: When the conversation was begun, if that is known.
    mutating func apply(
        to messages: inout [some TimedEntry], after earlier: Timestamp?,
        notAfter ceiling: Timestamp,
        createdAt: Timestamp?
    ) {
        var previous = earlier ?? start(of: messages, notAfter: ceiling, createdAt: createdAt)
        for index in messages.indices {
            let said = believable(messages[index].said)
            if let said, said <= previous { early += 1 }
            let next = previous.advanced(byMicroseconds: 1)
            previous = max(said ?? next, next)
            messages[index].timestamp = previous
        }
        var latest = ceiling
        for index in messages.indices.reversed() {
            guard messages[index].timestamp > latest else { break }
            messages[index].timestamp = latest
            latest = latest.advanced(byMicroseconds: -1)
        }
    }

    /// What was repaired, as a sentence, or `nil` if nothing was.
    func sentence(ofMessages count: Int) -> String? {
        if missing == count {
            return "No message says when it was said; they got times in their order."
        }
        let parts = [
            (missing, "had no time"), (early, "were not later than those before them"),
            (future, "were in the future"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        guard !parts.isEmpty else { return nil }
        return
            "Of \(count) messages \(parts.joined(separator: ", ")); their times were put in order."
    }

    private mutating func believable(_ said: Timestamp?) -> Timestamp? {
        guard let said, said.microseconds >= 0 else {
            missing += 1
            return nil
        }
        guard said <= now else {
            future += 1
            return nil
        }
        return said
    }

    /// The moment right before the first message.
    private func start(
        of messages: [some TimedEntry], notAfter ceiling: Timestamp, createdAt: Timestamp?
    ) -> Timestamp {
        let known = messages.firstIndex {
            $0.said.map { $0.microseconds >= 0 && $0 <= now } ?? false
        }
        let latest: Timestamp
        if let known, let said = messages[known].said {
            latest = said.advanced(byMicroseconds: -Int64(known) - 1)
        } else {
            latest = ceiling.advanced(byMicroseconds: -Int64(messages.count))
        }
        let first = createdAt.map { min($0.advanced(byMicroseconds: -1), latest) } ?? latest
        return max(known == 0 ? latest : first, Timestamp(microseconds: -1))
    }
}
