/// Decides whether a failed call is tried again.
///
/// - An idle connection that turns out dead before anything was sent is thrown away and another
///   one is taken; the caller never hears of it.
/// - A call of which nothing was sent is tried once more, with the address asked for again, when
///   the server refused, was gone or hung up. After a timeout it is not.
/// - A call that was sent is repeated once when the connection was lost and the server may
///   execute it twice. Any other sent call whose connection was lost ends with `fateUnknown`.
struct RetryRule {
    private let isRepeatable: Bool
    private var wasRepeated = false

    /// Makes the rule for one call.
    ///
    /// - Parameter isRepeatable: Whether the server may execute the call twice.
    init(isRepeatable: Bool) {
        self.isRepeatable = isRepeatable
    }

    /// Returns when the call is to be tried again, and throws what to tell otherwise.
    mutating func check(_ failure: ExchangeFailure) throws(RedisError) {
        if failure.stage == .foundDead { return }
        var error = failure.error
        error.mayHaveRun = failure.stage == .sent
        let isGone = [.refused, .noSuchSocket, .hungUp, .connectionLost].contains(error.code)
        guard isGone else { throw error }
        if failure.stage == .sent, !isRepeatable { throw .fateUnknown }
        if wasRepeated { throw error }
        wasRepeated = true
    }
}
