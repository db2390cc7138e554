/// What was read from a file.
public struct ImportReading: Sendable {
    /// The conversations; each one behind the one that it branches from.
    public var conversations: [ImportedConversation] = []
    /// What is not as it should be.
    public var problems: [ImportProblem] = []

    /// All messages of a conversation, those that it shares with the one it branches from included.
    public func path(of index: Int) -> [ImportedMessage] {
        var parts: [ArraySlice<ImportedMessage>] = []
        var index = index
        var limit = Int.max
        while true {
            let conversation = conversations[index]
            let shared = conversation.branch?.position ?? 0
            parts.append(conversation.messages.prefix(max(limit - shared, 0)))
            guard let branch = conversation.branch else { break }
            limit = min(limit, branch.position)
            index = branch.parent
        }
        return Array(parts.reversed().joined())
    }
}
