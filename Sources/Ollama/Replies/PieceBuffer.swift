import Synchronization

/// Bytes on their way from one task that reads them to one that wants them.
///
/// A state machine under a lock: *open* until ``end(_:)``, which leaves what is in it to be taken
/// and stops the tasks that fill it.
final class PieceBuffer: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        /// Who waits for bytes, and since when.
        var taker: CheckedContinuation<[UInt8]?, any Error>?
        var waitingSince = ContinuousClock.now
        /// Who waits for room.
        var putter: CheckedContinuation<Void, Never>?
        var tasks: [Task<Void, Never>] = []
        var hasBegun = false
        var isOver = false
        var failure: (any Error)?
    }

    /// Bytes beyond which whoever fills it has to wait.
    private static let capacity = 1 << 16

    private let state = Mutex(State())

    /// Whether the tasks were named that fill it.
    var hasBegun: Bool { state.withLock(\.hasBegun) }

    /// Names the tasks that fill it, which end with it.
    func begin(_ tasks: [Task<Void, Never>]) {
        let isOver = state.withLock { state in
            state.hasBegun = true
            state.tasks = tasks
            return state.isOver
        }
        if isOver { tasks.forEach { $0.cancel() } }
    }

    /// Adds bytes, and returns when there is room for more.
    func put(_ piece: [UInt8]) async throws {
        let taker = state.withLock { state -> CheckedContinuation<[UInt8]?, any Error>? in
            defer { state.taker = nil }
            if state.taker == nil { state.bytes += piece }
            return state.taker
        }
        if let taker { return taker.resume(returning: piece) }
        await withCheckedContinuation { continuation in
            let hasRoom = state.withLock { state in
                if state.isOver || state.bytes.count < Self.capacity { return true }
                state.putter = continuation
                return false
            }
            if hasRoom { continuation.resume() }
        }
        try Task.checkCancellation()
    }

    /// Takes all bytes, waiting for some; `nil` at the end.
    ///
    /// What ended it is thrown once.
    func take() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                take(for: continuation)
            }
        } onCancel: {
            end(CancellationError())
        }
    }

    /// Ends it: with an error, or where there is none in good order.
    func end(_ failure: (any Error)?) {
        let (taker, putter, tasks) = state.withLock { state in
            guard !state.isOver else { return (state.taker, state.putter, state.tasks) }
            state.isOver = true
            state.hasBegun = true
            state.failure = state.taker == nil ? failure : nil
            defer { (state.taker, state.putter, state.tasks) = (nil, nil, []) }
            return (state.taker, state.putter, state.tasks)
        }
        tasks.forEach { $0.cancel() }
        putter?.resume()
        if let failure { taker?.resume(throwing: failure) } else { taker?.resume(returning: nil) }
    }

    /// How long it may still be waited for bytes that have not come; `nil` where that is over.
    func timeLeft(of limit: Duration) -> Duration? {
        state.withLock { state in
            // A reader that takes its time is no fault of the server.
            guard state.taker != nil else { return limit }
            let left = limit - state.waitingSince.duration(to: .now)
            return left > .zero ? left : nil
        }
    }

    private func take(for taker: CheckedContinuation<[UInt8]?, any Error>) {
        let (answer, putter) = state.withLock { state -> (Result<[UInt8]?, any Error>?, _) in
            defer { state.putter = nil }
            if !state.bytes.isEmpty {
                defer { state.bytes = [] }
                return (.success(state.bytes), state.putter)
            }
            if let failure = state.failure {
                state.failure = nil
                return (.failure(failure), state.putter)
            }
            if state.isOver { return (.success(nil), state.putter) }
            state.taker = taker
            state.waitingSince = .now
            return (nil, nil)
        }
        putter?.resume()
        if let answer { taker.resume(with: answer) }
    }
}
