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
        let signals = Watch(numbers)
        let received = signals.received
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
        signals.end()
        if let number = await watch.value { throw Received(number: number) }
        return try result.get()
    }

    /// Listens to signals from its beginning to its end.
    struct Watch: Sendable {
        /// The signals as they come.
        let received: AsyncStream<Int32>
        private let id: Int

        /// Begins to listen.
        init(_ numbers: [Int32]) {
            let (received, signals) = AsyncStream.makeStream(of: Int32.self)
            self.received = received
            id = SignalListener.shared.add(numbers, signals)
        }

        /// Ends ``received`` behind the signals that came.
        func end() { SignalListener.shared.remove(id) }
    }
}
