import Chat
import Redis

/// Makes messages of what `ZRANGE … WITHSCORES` answers.
enum MessageReader {
    /// Reads members with their scores, each by itself: one that cannot be read does not hide the
    /// others.
    ///
    /// - Parameters:
    ///   - reply: Members and scores in turn.
    ///   - position: How many messages come before the first.
    ///   - pruned: How many messages were pruned before those.
    /// - Returns: The messages, oldest first.
    /// - Throws: An error for a reply of another shape.
    static func read(_ reply: RedisReply, position: Int, pruned: Int) throws -> [StoredMessage] {
        let fields = try reply.array()
        var entries: [Entry] = []
        entries.reserveCapacity(fields.count / 2)
        for index in stride(from: 0, to: fields.count - 1, by: 2) {
            let member = try fields[index].bytes()
            entries.append(
                Entry(
                    score: Double(try fields[index + 1].text()) ?? 0, member: member,
                    message: JSONText.decode(MessageRecord.self, from: member)?.message))
        }
        putTiesInOrder(&entries)
        return entries.enumerated().map { offset, entry in
            StoredMessage(
                number: pruned + position + offset + 1, timestamp: Timestamp(score: entry.score),
                message: entry.message, member: entry.member)
        }
    }

    private struct Entry {
        let score: Double
        let member: [UInt8]
        let message: Message?

        /// Where the message stands among others of the same moment.
        var precedence: Int {
            switch message?.role {
            case .system: 0
            case .user: 1
            case .assistant: 2
            default: 3
            }
        }
    }

    /// Redis orders equal scores by bytes, which puts a reply before its question.
    private static func putTiesInOrder(_ entries: inout [Entry]) {
        var start = 0
        while start < entries.count {
            let score = entries[start].score
            let end = entries[start...].firstIndex { $0.score != score } ?? entries.count
            if end - start > 1 {
                let tied = entries[start..<end].enumerated().sorted {
                    ($0.element.precedence, $0.offset) < ($1.element.precedence, $1.offset)
                }
                entries.replaceSubrange(start..<end, with: tied.map(\.element))
            }
            start = end
        }
    }
}

extension Timestamp {
    /// Reads a score.
    ///
    /// One that is no time in seconds gives the nearest moment that there is.
    init(score: Double) {
        self =
            Timestamp(seconds: min(max(score, 0), 253_402_300_799)) ?? Timestamp(microseconds: 0)
    }
}
