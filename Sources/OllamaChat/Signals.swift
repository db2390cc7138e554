import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Turns signals into the cancellation of a task, so that what arrived of a reply is stored before
/// the program ends.
enum Signals {
    /// A signal that ended some work.
    struct Received: Error {
        /// Its number.
        let number: Int32
    }

    /// Does work that signals cancel.
    ///
    /// - Parameters:
    ///   - numbers: The signals.
    ///   - body: The work. It is waited for in any case.
    /// - Returns: What the work returns.
    /// - Throws: ``Received`` where one of the signals came, else what the work throws.
    static func cancelling<Result: Sendable>(
        on numbers: [Int32], _ body: sending @escaping () async throws -> Result
    ) async throws -> Result {
        let work = Task { try await body() }
        let (received, signals) = AsyncStream.makeStream(of: Int32.self)
        let sources = numbers.map { source(for: $0, into: signals) }
        let watch = Task {
            var last: Int32?
            for await number in received {
                last = number
                work.cancel()
            }
            return last
        }
        let result = await withTaskCancellationHandler {
            await work.result
        } onCancel: {
            work.cancel()
        }
        for source in sources { source.cancel() }
        signals.finish()
        if let number = await watch.value { throw Received(number: number) }
        return try result.get()
    }

    private static func source(
        for number: Int32, into signals: AsyncStream<Int32>.Continuation
    ) -> any DispatchSourceSignal {
        // The default action would end the program before the source is told.
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number)
        source.setEventHandler { @Sendable in signals.yield(number) }
        source.resume()
        return source
    }
}
