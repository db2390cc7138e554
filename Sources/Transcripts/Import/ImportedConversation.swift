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
    /// When it was begun, if it says so.
    public var createdAt: Timestamp?
    /// The conversation that it branches from.
    public var branch: Branch?
    /// Its messages, oldest first; of a branch, only those behind the fork.
    public var messages: [ImportedMessage] = []
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
    /// The id under which it was exported, by which branches of the same file find it.
    ///
    /// It is only text that somebody wrote, and becomes no key.
    var statedID: String?
    /// The id of the one it was branched from, by the same token.
    var statedParent: String?

    /// An id that is the same each time the same content is imported; two conversations of one
    /// file that say the same share it.
    public var id: SessionID? { SessionID(digest.prefix(32)) }

    init(place: String) {
        self.place = place
    }
}
