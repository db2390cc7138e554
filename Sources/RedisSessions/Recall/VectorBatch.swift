import Chat
import Search

/// The vectors that there are of the messages of a session.
struct KnownVectors {
    /// How many numbers each has.
    var dimensions = 0
    /// The passages of each message, as they are kept.
    var passages: [MessagePlace: [UInt8]] = [:]
}

/// Messages that get their vectors in one step.
struct VectorBatch {
    private struct Wanted {
        let entry: StoredEntry
        let passage: Int
        let isFromUser: Bool
    }

    /// What stands before the vectors when the step is done.
    var header: VectorHeader
    /// The vectors that there are already.
    var known = KnownVectors()
    /// The passages to be sent to the model.
    private(set) var texts: [String] = []
    /// Whether no more messages are taken.
    private(set) var isFull = false
    private let size: Int
    private var wanted: [Wanted] = []
    private var kept: [UInt8] = []

    init(_ model: String, size: Int) {
        header = VectorHeader(model: model)
        self.size = size
    }

    /// Takes messages as long as there is room for their passages.
    mutating func take(_ entries: [StoredEntry]) {
        for entry in entries {
            let place = MessagePlace(timestamp: entry.timestamp, print: entry.print)
            if let bytes = known.passages[place] {
                kept += bytes
                header.dimensions = known.dimensions
            } else if let (message, passages) = Self.passages(of: entry) {
                guard texts.isEmpty || texts.count + passages.count <= size else {
                    isFull = true
                    return
                }
                for (number, passage) in passages.enumerated() {
                    texts.append(passage.text)
                    wanted.append(
                        Wanted(entry: entry, passage: number, isFromUser: message.role == .user))
                }
            }
            header.count += 1
            header.through = entry.timestamp
        }
    }

    /// The passages of a message that a person would look for; nothing for others.
    private static func passages(of entry: StoredEntry) -> (Message, [Passages.Passage])? {
        guard let message = JSONText.decode(MessageRecord.self, from: entry.member)?.message,
            message.role == .user || message.role == .assistant
        else { return nil }
        let passages = Passages.of(message.content)
        return passages.isEmpty ? nil : (message, passages)
    }

    /// What is to be written, or `nil` where the vectors do not fit those that are there.
    mutating func bytes(_ vectors: [[Float]]) -> [UInt8]? {
        if let first = vectors.first {
            guard vectors.allSatisfy({ $0.count == first.count }),
                header.dimensions == 0 || header.dimensions == first.count
            else { return nil }
            header.dimensions = first.count
        }
        return kept
            + zip(wanted, vectors).flatMap { wanted, vector -> [UInt8] in
                guard let rounded = QuantizedVector(vector) else { return [] }
                return PassageVector(
                    timestamp: wanted.entry.timestamp, print: wanted.entry.print,
                    passage: wanted.passage, isFromUser: wanted.isFromUser, vector: rounded
                ).bytes
            }
    }
}
