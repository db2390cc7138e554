import Chat

/// What became of an entry that the store was told.
struct ToldEntry: Hashable, Sendable {
    /// The messages that the store made of it, by the timestamps that this program gave them.
    var messages: [Timestamp: StoredMessage] = [:]
    /// The turn that it began, as the store knows it.
    var turn: SpoolEntry.Turn?
}

/// An entry, and its place in the file.
struct SpooledEntry: Hashable, Sendable {
    /// Counts the entries of the file from 0.
    let number: Int
    /// What the store is to be told.
    let entry: SpoolEntry
}
