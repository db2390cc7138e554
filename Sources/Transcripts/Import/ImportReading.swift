/// What was read from a file.
public struct ImportReading: Sendable {
    /// The conversations; each one behind the one that it branches from.
    public var conversations: [ImportedConversation] = []
    /// What is not as it should be.
    public private(set) var problems: [ImportProblem] = []
    private var others = 0

    /// Notes problems; only so many are told by themselves.
    mutating func report(_ more: [ImportProblem]) {
        let room = max(TranscriptLimits.problemsPerFile - problems.count, 0)
        problems += more.prefix(room)
        others += max(more.count - room, 0)
    }

    /// Notes a problem.
    mutating func report(_ problem: ImportProblem) { report([problem]) }

    /// Says how many problems were not told by themselves.
    mutating func tellOthers() {
        guard others > 0 else { return }
        problems.append(.loss(at: "the file", "There are \(others) more problems like these."))
        others = 0
    }

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
