/// What was read from a file.
public struct ImportReading: Sendable {
    /// The conversations; each one behind the one that it branches from.
    public var conversations: [ImportedConversation] = []
    /// What is not as it should be.
    public private(set) var problems: [ImportProblem] = []
    private var others = 0
    /// The file in which messages stay that are not in memory.
    private let source: (any TranscriptSource)?

    /// Begins a reading.
    init(of source: (any TranscriptSource)? = nil) {
        self.source = source
    }

    /// Says only that there are so many more problems than were told.
    init(lacking count: Int) {
        self.init()
        problems = [.loss(at: "the file", "There are \(count) more problems like these.")]
    }

    /// Notes problems; only so many are kept.
    mutating func report(_ more: [ImportProblem]) {
        let room = max(TranscriptLimits.problemsPerFile - problems.count, 0)
        problems += more.prefix(room)
        others += max(more.count - room, 0)
    }

    /// Notes a problem.
    mutating func report(_ problem: ImportProblem) { report([problem]) }

    /// Keeps only the first problems, and returns how many there were besides.
    mutating func limitProblems(to count: Int) -> Int {
        let tooMany = max(problems.count - count, 0)
        problems.removeLast(tooMany)
        defer { others = 0 }
        return others + tooMany
    }

    /// All messages of a conversation, those that it shares with the one it branches from included.
    public func path(of index: Int) -> ImportedPath {
        if let outline = conversations[index].outline, let source {
            let times = path(of: index) { $0.outline?.times ?? [] }
            return ImportedPath(.file(source, outline, times))
        }
        return ImportedPath(.memory(path(of: index, \.messages)))
    }

    /// What there is of each message of a path.
    private func path<Element>(
        of index: Int, _ own: (ImportedConversation) -> [Element]
    ) -> [Element] {
        guard conversations[index].branch != nil else { return own(conversations[index]) }
        var parts: [ArraySlice<Element>] = []
        var index = index
        var limit = Int.max
        while true {
            let conversation = conversations[index]
            let shared = conversation.branch?.position ?? 0
            parts.append(own(conversation).prefix(max(limit - shared, 0)))
            guard let branch = conversation.branch else { break }
            limit = min(limit, branch.position)
            index = branch.parent
        }
        return Array(parts.reversed().joined())
    }
}
