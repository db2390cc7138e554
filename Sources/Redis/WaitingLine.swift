internal import Synchronization

/// A number of places that are given out in the order in which they were asked for.
package final class WaitingLine: Sendable {
    private struct Waiter {
        let ticket: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var free: Int
        var waiters: [Waiter] = []
        var lastTicket = 0
        var isClosed = false
    }

    private let state: Mutex<State>

    /// Makes a line before a number of places.
    package init(places: Int) {
        state = Mutex(State(free: places))
    }

    /// How many tasks are waiting.
    package var count: Int { state.withLock { $0.waiters.count } }

    /// Waits for a place; a cancelled task gets none and leaves the line.
    ///
    /// - Throws: `CancellationError`, or ``RedisError/closed``.
    package func enter() async throws {
        let ticket = state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                admit(Waiter(ticket: ticket, continuation: continuation))
            }
        } onCancel: {
            cancel(ticket)
        }
    }

    /// Gives a place back, to the first of the line.
    package func leave() {
        let next = state.withLock { state -> Waiter? in
            if state.waiters.isEmpty {
                state.free += 1
                return nil
            }
            return state.waiters.removeFirst()
        }
        next?.continuation.resume()
    }

    /// Sends everyone in the line, and everyone who comes later, away with an error.
    package func close() {
        let waiters = state.withLock { state in
            state.isClosed = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.continuation.resume(throwing: RedisError.closed) }
    }

    private func admit(_ waiter: Waiter) {
        let answer = state.withLock { state -> Result<Void, any Error>? in
            // Asked under the lock, so that `cancel` either comes before and is seen here, or
            // comes after and finds the waiter.
            if Task.isCancelled { return .failure(CancellationError()) }
            if state.isClosed { return .failure(RedisError.closed) }
            if state.free > 0 {
                state.free -= 1
                return .success(())
            }
            state.waiters.append(waiter)
            return nil
        }
        if let answer { waiter.continuation.resume(with: answer) }
    }

    private func cancel(_ ticket: Int) {
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.waiters.firstIndex(where: { $0.ticket == ticket }) else {
                return nil
            }
            return state.waiters.remove(at: index)
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }
}
