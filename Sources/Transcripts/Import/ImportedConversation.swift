public import Chat

/// A conversation that a file holds.
public struct ImportedConversation: Hashable, Sendable {
    /// Where a conversation leaves another one of the same file.
    public struct Branch: Hashable, Sendable {
        /// The index of that other one; always a lower one than its own.
        public var parent: Int
        /// How many messages it shares with it.
        public var position: Int

        /// Describes where a conversation leaves another one.
        public init(parent: Int, position: Int) {
            self.parent = parent
            self.position = position
        }
    }

    /// Its name, if it has one.
    public var name: String?
    /// The model that it talks to, if it says so.
    public var model: String?
    /// The options that were set for it.
    public var options = ModelOptions()
    /// What is sent in place of its beginning, if it says so.
    public var summary: SessionSummary?
    /// Which of its messages are sent whatever happens and which are not, if it says so.
    public var choices = ContextChoices()
    /// When it was begun, if it says so.
    public var createdAt: Timestamp?
    /// The conversation that it branches from.
    public var branch: Branch?
    /// Its messages, oldest first; of a branch, only those behind the fork; none where they stay in
    /// their file.
    public var messages: [ImportedMessage] = []
    /// What is remembered of messages that stay in their file; of a branch, of all on its path.
    var outline: MessageOutline?
    /// What was taken off its path, if the file says so.
    public var shelf: [ImportedShelf] = []
    /// The bytes of those images of its messages that are in the file, by the SHA-256 that the
    /// messages refer to.
    public var images: [String: [UInt8]] = [:]
    /// Where it is in the file.
    public var place: String
    /// SHA-256 in hexadecimal over who said what and when on the whole of its path, as the file
    /// has it; the name does not count.
    public internal(set) var digest = ""
    /// The id that it says it had; it is somebody's word, and is to be believed only where all of
    /// the content is the same.
    public var originalID: SessionID? { statedID.flatMap { SessionID($0) } }
    /// The id under which it was exported, by which branches of the same file find it.
    ///
    /// It is only text that somebody wrote, and becomes no key.
    var statedID: String?
    /// The id of the one it was branched from, by the same token.
    var statedParent: String?

    /// An id that is the same each time the same content is imported; two conversations of one
    /// file that say the same share it.
    public var id: SessionID? { SessionID(digest.prefix(32)) }

    /// How many messages it has; of a branch, only those behind the fork.
    public var count: Int { outline?.times.count ?? messages.count }

    init(place: String) {
        self.place = place
    }

    /// Takes a message.
    mutating func add(_ message: ImportedMessage) {
        if outline == nil { messages.append(message) } else { outline?.add(message) }
    }

    /// When its message at an index counts as said.
    func time(at index: Int) -> Timestamp {
        outline?.times[index].timestamp ?? messages[index].timestamp
    }

    /// Takes off the messages that it shares with another one.
    mutating func removeFirst(_ count: Int) {
        if outline == nil {
            messages.removeFirst(count)
        } else {
            outline?.times.removeFirst(count)
        }
    }

    /// Puts the times of its messages in order.
    mutating func order(
        with repair: inout TimestampRepair, after earlier: Timestamp?, notAfter ceiling: Timestamp
    ) {
        if var outline {
            self.outline = nil
            repair.apply(
                to: &outline.times, after: earlier, notAfter: ceiling, createdAt: createdAt)
            self.outline = outline
        } else {
            repair.apply(to: &messages, after: earlier, notAfter: ceiling, createdAt: createdAt)
        }
    }

    /// How many of its first messages are those of another one, as far as both say the same.
    func sharedCount(with other: ImportedConversation) -> Int {
        if let outline, let others = other.outline {
            return zip(outline.prints, others.prints).prefix { $0 == $1 }.count
        }
        return zip(messages, other.messages).prefix { $0 == $1 }.count
    }
}
