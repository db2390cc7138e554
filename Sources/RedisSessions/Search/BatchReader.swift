import Chat
import Search

/// Looks for a query in messages as they are stored.
///
/// Not sendable, as it may hold a regular expression.
struct BatchReader {
    private let filter: RawFilter
    private let matcher: MessageMatcher

    /// Prepares the look-up.
    ///
    /// - Throws: A ``SearchQueryError`` for a regular expression that is none.
    init(_ query: SearchQuery) throws(SearchQueryError) {
        filter = RawFilter(query)
        // The server looks at the time, and knows it better than the text of a message.
        var timeless = query
        (timeless.since, timeless.before) = (nil, nil)
        matcher = try MessageMatcher(timeless)
    }

    /// Looks through a batch, the newest first within each session.
    ///
    /// - Parameters:
    ///   - batch: The messages.
    ///   - isWanted: Whether to go on, asked before each message.
    ///   - give: Takes what may be a hit.
    func read(
        _ batch: ScanBatch, while isWanted: () -> Bool, _ give: (HitCandidate) -> Void
    ) {
        for (id, members) in batch.parts {
            for member in members.reversed() {
                guard isWanted() else { return }
                if let candidate = candidate(member, in: id) { give(candidate) }
            }
        }
    }

    private func candidate(_ member: [UInt8], in id: SessionID) -> HitCandidate? {
        guard filter.mayMatch(member),
            let message = JSONText.decode(MessageRecord.self, from: member)?.message,
            let match = matcher.match(message, timestamp: Timestamp(microseconds: 0))
        else { return nil }
        return HitCandidate(session: id, member: member, message: message, match: match)
    }
}
