/// A failed exchange, and how far it came.
struct ExchangeFailure: Error {
    /// How far an exchange came.
    enum Stage {
        /// An idle connection had died; nothing was sent.
        case foundDead
        /// A new connection could not be opened, or nothing was taken for sending.
        case notSent
        /// The server may have received any part of it.
        case sent
    }

    /// How far it came.
    let stage: Stage
    /// What went wrong.
    let error: RedisError
}
