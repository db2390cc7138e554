/// What is sent in place of the beginning of a session; the messages themselves stay.
public struct SessionSummary: Hashable, Sendable {
    /// So many earlier ones are kept to be gone back to.
    private static let mostEarlier = 20

    /// What was said, in fewer words.
    public let text: String
    /// The last message that it covers; it covers all before that, too.
    public let through: Timestamp
    /// The number of that message.
    public let lastNumber: Int
    /// The model that made it.
    public let model: String
    private var before: [SessionSummary]

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
        before = earlier.map { [$0.keeping(Self.mostEarlier - 1)] } ?? []
    }

    /// The same with no more than so many earlier ones.
    private func keeping(_ count: Int) -> SessionSummary {
        var summary = self
        summary.before = count > 0 ? before.map { $0.keeping(count - 1) } : []
        return summary
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
