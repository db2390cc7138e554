import Terminal

extension Output {
    /// Does work that is cancelled once nobody reads its answer any more.
    ///
    /// - Returns: What the work returns, or `nil` where it was cancelled for that reason.
    func whileRead<Result: Sendable>(
        _ body: sending @escaping () async throws -> Result
    ) async throws -> Result? {
        let work = Task { try await body() }
        whenClosed { work.cancel() }
        let result = await withTaskCancellationHandler {
            await work.result
        } onCancel: {
            work.cancel()
        }
        do {
            return try result.get()
        } catch is CancellationError where isClosed {
            return nil
        }
    }
}
