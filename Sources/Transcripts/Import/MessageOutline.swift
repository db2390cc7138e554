import Chat

/// What is remembered of messages that stay in their file: where they are, and when they were said.
struct MessageOutline: Hashable, Sendable {
    /// A stretch of the file with some messages.
    struct Page: Hashable, Sendable {
        /// Where it is.
        var range: Range<Int>
        /// The position of its first message in the conversation.
        let position: Int
        /// The number of its first message in the file, those that were left out counted.
        let number: Int
    }

    private static let messagesPerPage = 500
    private static let bytesPerPage = 1 << 20

    /// How the file separates its messages.
    let layout: OwnMessages.Layout
    /// The stretches, in order.
    private(set) var pages: [Page] = []
    /// When each was said, and then when it counts as said.
    var times: [OutlinedTime] = []
    /// What tells each from others while the program runs.
    private(set) var prints: [Int] = []
    /// A name made of the first question.
    private(set) var suggestedName: String?
    /// The model of the last reply.
    private(set) var model: String?
    private var digest = ContentDigest()
    private var isOpen = false

    /// Begins to remember.
    init(_ layout: OwnMessages.Layout) {
        self.layout = layout
    }

    /// How many messages there are.
    var count: Int { prints.count }

    /// How many of them are those of another conversation.
    var sharedCount: Int { prints.count - times.count }

    /// The digest over all of them, in hexadecimal.
    var digestText: String { digest.text }

    /// Notes that the next message does not follow the last one in the file.
    mutating func close() { isOpen = false }

    /// Notes where the next message is.
    mutating func extend(to range: Range<Int>, number: Int) {
        if isOpen, let last = pages.last, prints.count - last.position < Self.messagesPerPage,
            range.upperBound - last.range.lowerBound <= Self.bytesPerPage
        {
            pages[pages.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
            if pages.last?.position == prints.count { pages.removeLast() }
            pages.append(Page(range: range, position: prints.count, number: number))
            isOpen = true
        }
    }

    /// Takes a message.
    mutating func add(_ message: ImportedMessage) {
        digest.add(message)
        times.append(OutlinedTime(message.said))
        prints.append(Self.print(of: message))
        if message.message.role == .user, suggestedName == nil {
            suggestedName = SessionName.suggested(by: message.message.content)
        }
        model = message.message.model ?? model
    }

    /// How many messages a page has.
    func count(ofPage index: Int) -> Int {
        (index + 1 < pages.count ? pages[index + 1].position : count) - pages[index].position
    }

    /// What tells a message from others while the program runs.
    static func print(of message: ImportedMessage) -> Int {
        var hasher = Hasher()
        hasher.combine(message.message)
        hasher.combine(message.said)
        return hasher.finalize()
    }
}

/// When a message was said as the file has it, and later when it counts as said.
struct OutlinedTime: Hashable, Sendable, TimedEntry {
    private var microseconds: Int64

    /// Takes what the file has.
    init(_ said: Timestamp?) { microseconds = said?.microseconds ?? .min }

    /// When it was said, as the file has it; `nil` where it does not say.
    var said: Timestamp? {
        microseconds == .min ? nil : Timestamp(microseconds: microseconds)
    }

    /// When it counts as said; setting it replaces what the file has.
    var timestamp: Timestamp {
        get { Timestamp(microseconds: microseconds) }
        set { microseconds = newValue.microseconds }
    }
}
