import Chat
import PlatformFoundation
import Transcripts

extension Samples {
    /// A message as the JSON that a store holds.
    static func memberJSON(_ message: Message, at time: Timestamp) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = (try? encoder.encode(MessageRecord(message))) ?? Data()
        return String(decoding: data, as: UTF8.self).dropLast() + ",\"timestamp\":\(time.text)}"
    }

    /// One session in a format.
    static func write(
        _ session: Session, _ messages: [StoredMessage], shelf: [ShelvedMessages] = [],
        as format: String
    ) throws -> [UInt8] {
        try write([(session, messages, shelf)], as: format, isCollection: false)
    }

    /// Several sessions in a format.
    static func write(
        _ sessions: [(Session, [StoredMessage], [ShelvedMessages])], as format: String,
        isCollection: Bool = true
    ) throws -> [UInt8] {
        var writer = try TranscriptFormat.named(format).makeWriter(isCollection)
        var bytes = writer.start()
        for (session, messages, shelf) in sessions {
            bytes += writer.begin(
                TranscriptHead(session, timeToLive: .seconds(60), isPinned: false))
            for message in messages { bytes += writer.add(message) }
            bytes += writer.end(shelf: shelf, images: [])
        }
        bytes += writer.finish()
        return bytes
    }
}
