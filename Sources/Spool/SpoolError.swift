package import Chat
package import Files

/// What can go wrong with the spool.
package struct SpoolError: ChatFailure, Hashable {
    /// The spool stands in for the store.
    package var kind: ChatFailureKind { .store }
    /// What failed.
    package let description: String
    /// What to do next.
    package let hint: String?

    /// A file of the spool cannot be used.
    static func file(_ path: String, cannotBe verb: String, _ words: String) -> SpoolError {
        SpoolError(
            description: "The file \(path), in which messages wait for the store, cannot be "
                + "\(verb): \(words).",
            hint: "Check the disk and the permissions of its folder.")
    }

    /// A record cannot be written as JSON.
    static let unwritable = SpoolError(
        description: "A message could not be written as JSON.", hint: nil)

    /// Something that only the store can do was asked for while it is away.
    static let needsStore = SpoolError(
        description: "The store is not connected, so this cannot be done now.",
        hint: "Chatting goes on. Try this again when the store is back.")

    /// A session of which this program has not read everything was asked for while the store is
    /// away.
    static let notSeen = SpoolError(
        description: "The store is not connected, and this session was not read before.",
        hint: "/new begins a session that is stored when the store is back.")
}

extension SpoolError: FileFailure {
    /// A call of the system failed.
    package init(_ error: FileError) {
        self = .file(error.path, cannotBe: error.verb, error.words)
    }
}
