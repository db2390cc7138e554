/// A session in memory, with what belongs to it beside its messages.
struct MemorySession: Sendable {
    /// A draft of a reply.
    struct Draft: Sendable {
        var owner: TurnOwner
        let model: String
        let anchor: Timestamp?
        var text = ""
        var thinking = ""
    }

    /// Who is in a turn, and until when.
    struct Lease: Sendable {
        let owner: TurnOwner
        let turn: TurnID
        var end: Timestamp
    }

    /// What is known of the session; kept up to date with the messages.
    var session: Session
    /// The messages, oldest first; their numbers are made when they are read.
    private(set) var messages: [StoredMessage] = []
    /// How long the session outlives its last use.
    var timeToLive: TimeToLive?
    /// When it expires.
    private(set) var deadline: Timestamp?
    /// The open drafts.
    var drafts: [TurnID: Draft] = [:]
    /// What was taken off, the oldest step first.
    var shelf: [ShelvedMessages] = []
    /// The turn that runs.
    var lease: Lease?
    /// The images that messages refer to, by their digests.
    var images: [String: [UInt8]] = [:]
    /// The stamps of operations that ran.
    var operations: [String: Timestamp] = [:]

    init(_ session: Session, messages: [StoredMessage] = [], timeToLive: TimeToLive?) {
        self.session = session
        self.messages = messages
        self.timeToLive = timeToLive
        self.session.messageCount = messages.count
    }

    /// Puts messages behind the newest one, a microsecond apart.
    ///
    /// - Returns: The timestamp of the first.
    @discardableResult
    mutating func append(_ new: [Message], at now: Timestamp) -> Timestamp {
        let first = max(now, messages.last?.timestamp.advanced(byMicroseconds: 1) ?? now)
        for (offset, message) in new.enumerated() {
            let timestamp = first.advanced(byMicroseconds: Int64(offset))
            insert(message, at: messages.count, timestamp: timestamp)
        }
        return first
    }

    /// Keeps images that messages refer to.
    mutating func keep(_ new: [MessageImage]) {
        for image in new { images[image.digest] = image.bytes }
    }

    /// Puts a message at a position.
    mutating func insert(_ message: Message, at position: Int, timestamp: Timestamp) {
        messages.insert(Self.stored(message, at: timestamp), at: position)
        session.messageCount = messages.count
        session.lastActivity = max(session.lastActivity, timestamp)
    }

    /// A message as it is stored.
    static func stored(_ message: Message, at timestamp: Timestamp) -> StoredMessage {
        StoredMessage(
            number: 0, timestamp: timestamp, message: message,
            member: Array("\(message.role.rawValue) \(timestamp.text) \(message.content)".utf8))
    }

    /// Puts a message that was taken off back to where it was.
    mutating func putBack(_ message: StoredMessage) {
        let place = messages.firstIndex { $0.timestamp > message.timestamp } ?? messages.count
        messages.insert(message, at: place)
        session.messageCount = messages.count
    }

    /// Takes a message off; the session's revision grows.
    mutating func remove(at position: Int) {
        messages.remove(at: position)
        session.messageCount = messages.count
        session.revision += 1
    }

    /// The position of a message, compared by its stored bytes.
    func position(of message: StoredMessage) -> Int? {
        messages.firstIndex { $0.timestamp == message.timestamp && $0.member == message.member }
    }

    /// Messages of some positions with their numbers.
    func numbered(_ range: Range<Int>) -> [StoredMessage] {
        range.clamped(to: 0..<messages.count).map { position in
            let message = messages[position]
            return StoredMessage(
                number: session.prunedCount + position + 1, timestamp: message.timestamp,
                message: message.message, member: message.member)
        }
    }

    /// Some messages that were stored in one step.
    func numbered(count: Int, from first: Timestamp) -> [StoredMessage] {
        let start = messages.firstIndex { $0.timestamp >= first } ?? messages.count
        return numbered(start..<start + count)
    }

    /// Whether the time to live is over.
    func isExpired(at now: Timestamp) -> Bool {
        deadline.map { $0 <= now } ?? false
    }

    /// Counts the time to live from now.
    mutating func refresh(at now: Timestamp) {
        deadline =
            switch timeToLive {
            case .seconds(let seconds) where !session.isPinned:
                now.advanced(byMicroseconds: Int64(max(seconds, 1)) * 1_000_000)
            case .seconds, .forever, nil: nil
            }
    }

    /// The session as it is now.
    func value(at now: Timestamp) -> Session {
        var session = session
        session.timeToLive = timeToLive
        session.expiresIn = deadline.map {
            max(0, Int(($0.microseconds - now.microseconds + 999_999) / 1_000_000))
        }
        return session
    }
}
