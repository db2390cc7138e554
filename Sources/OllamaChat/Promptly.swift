/// Does work that may take no longer than somebody waits for it.
enum Promptly {
    /// How long somebody waits.
    static let limit = Duration.seconds(1)

    /// What work returns, or `nil` where it takes longer; it is left alone then.
    static func result<Result: Sendable>(
        of body: @escaping @Sendable () async -> Result?
    ) async -> Result? {
        let (results, continuation) = AsyncStream.makeStream(of: Result?.self)
        let work = Task {
            continuation.yield(await body())
            continuation.finish()
        }
        let timer = Task {
            try await Task.sleep(for: limit)
            continuation.finish()
        }
        defer {
            work.cancel()
            timer.cancel()
        }
        for await result in results { return result }
        return nil
    }
}
