import Chat
import Transcripts

/// All that a file says, in memory.
struct WholeReading {
    /// The conversations, with their messages.
    private(set) var conversations: [ImportedConversation] = []
    /// What was not as it should be.
    private(set) var problems: [ImportProblem] = []
    private var readings: [(reading: ImportReading, index: Int)] = []

    /// Reads a file.
    init(_ source: any TranscriptSource, as format: String? = nil, now: Timestamp) throws {
        var transcript = try TranscriptImport(of: source, as: format, now: now)
        while let reading = try transcript.next() {
            let first = conversations.count
            problems += reading.problems
            for (index, var conversation) in reading.conversations.enumerated() {
                if conversation.messages.isEmpty {
                    let path = try Self.messages(of: reading.path(of: index))
                    conversation.messages = Array(path.suffix(conversation.count))
                }
                conversation.branch?.parent += first
                conversations.append(conversation)
                readings.append((reading, index))
            }
        }
    }

    /// All messages of a conversation.
    func path(of index: Int) throws -> [ImportedMessage] {
        let place = readings[index]
        return try Self.messages(of: place.reading.path(of: place.index))
    }

    private static func messages(of path: ImportedPath) throws -> [ImportedMessage] {
        var all: [ImportedMessage] = []
        while case let more = try path.messages(from: all.count), !more.isEmpty { all += more }
        return all
    }
}

extension TranscriptImport {
    /// Reads bytes.
    static func read(
        _ bytes: [UInt8], as format: String? = nil, now: Timestamp
    ) throws -> WholeReading {
        try WholeReading(bytes, as: format, now: now)
    }
}
