/// The pauses of one who asks again and again: short at first, then longer, until time is up.
struct Backoff {
    private static let longestPause = Duration.milliseconds(8)

    private let deadline: ContinuousClock.Instant
    private var pause = Duration.milliseconds(1)

    /// Begins to count.
    ///
    /// - Parameter limit: After how long the asking ends.
    init(limit: Duration) {
        deadline = .now + limit
    }

    /// Waits for the next time to ask.
    ///
    /// - Returns: `false`, at once, when time is up.
    mutating func wait() async throws -> Bool {
        guard ContinuousClock.now < deadline else { return false }
        try await Task.sleep(for: pause)
        pause = min(pause * 2, Self.longestPause)
        return true
    }
}
