/// The delays between repeated requests to a busy server.
public struct Backoff: Hashable, Sendable {
    /// How many times a request is repeated before it fails.
    public var limit: Int
    /// The delay before the first repetition; each later one is twice as long.
    public var first: Duration
    /// The longest delay.
    public var longest: Duration

    /// Makes delays.
    public init(
        limit: Int = 6, first: Duration = .milliseconds(500), longest: Duration = .seconds(8)
    ) {
        self.limit = limit
        self.first = first
        self.longest = longest
    }

    /// The delay after a number of failed requests, or `nil` where it is time to give up.
    func delay(afterFailures failures: Int) -> Duration? {
        guard failures <= limit else { return nil }
        return min(longest, first * (1 << min(failures - 1, 16)))
    }
}
