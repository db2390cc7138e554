/// Decides whether a failed call is tried again, and when.
///
/// - An idle connection that turns out dead before anything was sent is thrown away and another
///   one is taken; the caller never hears of it.
/// - A call of which nothing was sent is tried once more, with the address asked for again, when
///   the server refused, was gone or hung up. After a timeout it is not.
/// - A call that was sent is repeated when the connection was lost and the server may execute it
///   twice. Any other sent call whose connection was lost ends with `fateUnknown`.
/// - A server that has answered before may be starting anew: it is asked again, with pauses that
///   grow, until the patience ends. It may even go away again in the middle of a repeated call.
struct RetryRule {
    private static let longestPause = Duration.milliseconds(200)

    private let isRepeatable: Bool
    private var patience: Duration
    private var pause = Duration.milliseconds(10)
    private var wasRepeated = false
    private var wasSent = false

    /// Makes the rule for one call.
    ///
    /// - Parameters:
    ///   - isRepeatable: Whether the server may execute the call twice.
    ///   - patience: How long a server may be away; nothing for one that was never there.
    init(isRepeatable: Bool, patience: Duration = .zero) {
        self.isRepeatable = isRepeatable
        self.patience = patience
    }

    /// Returns after which pause the call is to be tried again, and throws what to tell otherwise.
    mutating func check(_ failure: ExchangeFailure) throws(RedisError) -> Duration {
        if failure.stage == .foundDead { return .zero }
        if failure.stage == .sent { wasSent = true }
        var error = failure.error
        error.mayHaveRun = wasSent
        guard error.isGone else { throw error }
        if failure.stage == .sent, !isRepeatable { throw .fateUnknown }
        if !wasRepeated {
            wasRepeated = true
            return .zero
        }
        guard let pause = nextPause() else { throw error }
        return pause
    }

    private mutating func nextPause() -> Duration? {
        guard patience > .zero else { return nil }
        let next = min(pause, patience)
        patience -= next
        pause = min(pause * 2, Self.longestPause)
        return next
    }
}

extension RedisError {
    /// Whether nobody is there, as while a server starts anew.
    var isGone: Bool { [.refused, .noSuchSocket, .hungUp, .connectionLost].contains(code) }
}
