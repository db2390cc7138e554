/// Messages that are in a file on this machine and not in the store.
package struct WaitingMessages: Sendable {
    /// The file.
    package let path: String
    /// The store that they are meant for.
    package let store: String
    /// Whether the store did not take them, so that they stay where they are.
    package let isRefused: Bool
    /// The messages, each with its session, in the order in which they were said.
    package let messages: [(session: SessionID, message: Message)]

    /// Describes messages in a file.
    package init(
        path: String, store: String, isRefused: Bool,
        messages: [(session: SessionID, message: Message)]
    ) {
        self.path = path
        self.store = store
        self.isRefused = isRefused
        self.messages = messages
    }
}
