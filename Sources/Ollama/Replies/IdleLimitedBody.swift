/// A body that may take any time to begin and then may not pause for long.
///
/// One timer serves the whole body: sleeps that are cancelled stay in the runtime's queue until
/// their time is over, so a timer for each read would pile up.
actor IdleLimitedBody: HTTPBody {
    private let body: any HTTPBody
    private let limit: Duration
    private var hasBegun = false
    private var reading: Task<[UInt8]?, any Error>?
    private var deadline = ContinuousClock.now
    private var timer: Task<Void, Never>?
    private var isOver = false

    /// Makes a body from another one.
    init(_ body: any HTTPBody, limit: Duration) {
        self.body = body
        self.limit = limit
    }

    deinit {
        timer?.cancel()
    }

    /// The next piece, or `nil` at the end.
    func next() async throws -> [UInt8]? {
        guard hasBegun else {
            let piece = try await body.next()
            hasBegun = true
            return piece
        }
        deadline = .now + limit
        let reading = Task { [body] in try await body.next() }
        self.reading = reading
        startTimer()
        defer { self.reading = nil }
        do {
            return try await withTaskCancellationHandler {
                try await reading.value
            } onCancel: {
                reading.cancel()
            }
        } catch  where isOver {
            throw TransportFailure.timeout(limit)
        }
    }

    private func startTimer() {
        guard timer == nil else { return }
        timer = Task { [weak self] in
            while let wait = await self?.timeLeft() {
                do { try await Task.sleep(for: wait) } catch { return }
            }
        }
    }

    /// The time until the read that is under way is over, or `nil` where it is over now.
    private func timeLeft() -> Duration? {
        // A reader that takes its time is no fault of the server.
        guard let reading else { return limit }
        let left = ContinuousClock.now.duration(to: deadline)
        if left > .zero { return left }
        isOver = true
        reading.cancel()
        return nil
    }
}
