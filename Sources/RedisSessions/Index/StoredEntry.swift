import Chat
import Redis
import Search

/// A message as it lies in the store.
struct StoredEntry {
    let timestamp: Timestamp
    let member: [UInt8]

    /// What its row tells it apart by.
    var print: UInt32 { DocumentTable.print(of: member) }

    /// The message to be indexed; `nil` for one that cannot be read, which no search finds.
    var arrival: IndexUpdate.Arrival? {
        guard let message = JSONText.decode(MessageRecord.self, from: member)?.message else {
            return nil
        }
        return IndexUpdate.Arrival(
            timestamp: timestamp, member: member, content: message.content)
    }

    /// Reads what `ZRANGE … WITHSCORES` answers.
    static func list(_ reply: RedisReply) throws -> [StoredEntry] {
        let fields = try reply.orThrow().array()
        return try stride(from: 0, to: fields.count - 1, by: 2).map { index in
            StoredEntry(
                timestamp: Timestamp(score: Double(try fields[index + 1].text()) ?? 0),
                member: try fields[index].bytes())
        }
    }
}
