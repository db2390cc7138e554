/// What is sent in place of the beginning of a session; the messages themselves stay.
public struct SessionSummary: Hashable, Sendable {
    /// What was said, in fewer words.
    public let text: String
    /// The last message that it covers; it covers all before that, too.
    public let through: Timestamp
    /// The number of that message.
    public let lastNumber: Int
    /// The model that made it.
    public let model: String
    private let before: [SessionSummary]

    /// The summary that was sent before this one, which covers it too.
    public var earlier: SessionSummary? { before.first }

    /// Makes a summary.
    ///
    /// - Parameters:
    ///   - text: What was said.
    ///   - through: The last message that it covers.
    ///   - lastNumber: The number of that message.
    ///   - model: The model that made it.
    ///   - earlier: The summary that was sent before this one.
    public init(
        text: String, through: Timestamp, lastNumber: Int, model: String,
        earlier: SessionSummary? = nil
    ) {
        self.text = text
        self.through = through
        self.lastNumber = lastNumber
        self.model = model
        before = earlier.map { [$0] } ?? []
    }

    /// The message that is sent.
    public var message: Message {
        .system("Summary of the conversation up to message \(lastNumber):\n\(text)")
    }

    /// Whether it still stands for the beginning of a session.
    ///
    /// - Parameter messages: The session, oldest first.
    /// - Returns: Whether the last message that it covers is there, or was pruned with all before it.
    func holds(in messages: [StoredMessage]) -> Bool {
        let said = messages.filter { $0.message?.role != .system }
        return said.first.map { through < $0.timestamp } ?? true
            || said.contains { $0.timestamp == through }
    }
}
