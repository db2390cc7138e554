/// Problems of one place, of which only so many are told by themselves.
struct ProblemList {
    private(set) var problems: [ImportProblem] = []
    private var others = 0

    /// Notes a problem.
    mutating func add(_ problem: ImportProblem) {
        if problems.count < TranscriptLimits.problemsPerConversation {
            problems.append(problem)
        } else {
            others += 1
        }
    }

    /// The problems, and how many there are that were not kept.
    func all(at place: String) -> [ImportProblem] {
        guard others > 0 else { return problems }
        return problems + [.loss(at: place, "There are \(others) more problems like these.")]
    }
}
