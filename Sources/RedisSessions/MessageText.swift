import Chat
import Redis

/// The JSON of a message that is about to be stored, open at its timestamp.
///
/// Only the server knows the timestamp. It stands last among the sorted keys, so that the text is
/// in one piece before it.
struct MessageText: Hashable {
    /// The JSON before the timestamp.
    let head: [UInt8]
    /// The JSON behind the timestamp.
    let tail: [UInt8]

    init(_ message: Message) throws {
        var json =
            try PlainMessageText.encode(message) ?? JSONText.encode(MessageRecord(message))
        json.removeLast()
        head = json + Array(#","timestamp":"#.utf8)
        tail = [UInt8(ascii: "}")]
    }

    /// Both parts as a script takes them.
    var arguments: [RedisArgument] { [RedisArgument(head), RedisArgument(tail)] }

    /// The member that the script stored.
    func member(at timestamp: Timestamp) -> [UInt8] {
        head + Array(timestamp.text.utf8) + tail
    }
}

/// Messages that were stored in one step, a microsecond apart.
struct MessageBatch {
    private let messages: [Message]
    private let texts: [MessageText]

    init(_ messages: [Message]) throws {
        self.messages = messages
        texts = try messages.map(MessageText.init)
    }

    /// Heads and tails as a script takes them.
    var arguments: [RedisArgument] { texts.flatMap(\.arguments) }

    /// The messages as they are stored.
    ///
    /// - Parameters:
    ///   - first: The timestamp of the first.
    ///   - number: The number of the first.
    /// - Returns: The messages with their timestamps, numbers and bytes.
    func stored(at first: Timestamp, number: Int) -> [StoredMessage] {
        zip(messages, texts).enumerated().map { offset, pair in
            let timestamp = first.advanced(byMicroseconds: Int64(offset))
            return StoredMessage(
                number: number + offset, timestamp: timestamp, message: pair.0,
                member: pair.1.member(at: timestamp))
        }
    }
}
