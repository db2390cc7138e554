import Chat

/// What the replies of one model come to.
struct ModelUsage: Hashable, Sendable {
    /// How many replies.
    private(set) var turns = 0
    /// The tokens that the model was sent, cached ones included.
    private(set) var promptTokens = 0
    /// The tokens that it made.
    private(set) var replyTokens = 0
    private var interrupted = 0
    private var speeds = RunningMedian()
    private var load = Duration.zero
    private var total = Duration.zero

    /// Takes a reply.
    mutating func add(_ reply: Message) {
        turns += 1
        if reply.state == .interrupted { interrupted += 1 }
        guard let statistics = reply.statistics else { return }
        promptTokens = Self.sum(promptTokens, statistics.promptTokens)
        replyTokens = Self.sum(replyTokens, statistics.replyTokens)
        if let speed = statistics.tokensPerSecond { speeds.add(speed) }
        if let load = statistics.load, let total = statistics.total, load >= .zero, total >= load {
            self.load += load
            self.total += total
        }
    }

    /// The tokens that it made in a second, in the middle of its replies.
    var medianTokensPerSecond: Double? { speeds.value }

    /// Which part of the time went into loading the model, where that was measured.
    var loadShare: Double? { total > .zero ? load / total : nil }

    /// Which part of the replies was stopped.
    var interruptedShare: Double { turns > 0 ? Double(interrupted) / Double(turns) : 0 }

    /// A sum that stops at the largest number, as other programs can write any.
    private static func sum(_ one: Int, _ other: Int?) -> Int {
        let (sum, isTooMuch) = one.addingReportingOverflow(max(0, other ?? 0))
        return isTooMuch ? .max : sum
    }
}
