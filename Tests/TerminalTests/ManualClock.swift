import Synchronization

/// A clock that stands still until a test moves it.
final class ManualClock: Clock {
    /// A moment of the clock.
    struct Instant: InstantProtocol {
        /// The time since the clock was made.
        var offset: Duration = .zero

        /// A later moment.
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        /// The time between two moments.
        func duration(to other: Instant) -> Duration { other.offset - offset }
        /// Whether one moment comes before another.
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct State {
        var now = Instant()
        var nextID = 0
        var sleepers: [Int: (deadline: Instant, wake: CheckedContinuation<Void, any Error>)] = [:]
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// The moment at which the clock stands.
    var now: Instant { state.withLock(\.now) }
    /// The clock is exact.
    var minimumResolution: Duration { .zero }

    /// Waits until a test has moved the clock far enough.
    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wake in
                let watchers = state.withLock { state in
                    state.sleepers[id] = (deadline, wake)
                    defer { state.watchers = [] }
                    return state.watchers
                }
                watchers.forEach { $0.resume() }
                if Task.isCancelled { cancel(id) }
            }
        } onCancel: {
            cancel(id)
        }
    }

    /// Waits until somebody sleeps, moves the clock, and waits until the woken sleep again.
    func advance(by duration: Duration) async {
        await waitForSleeper()
        let woken = state.withLock { state in
            state.now = state.now.advanced(by: duration)
            let due = state.sleepers.filter { $0.value.deadline <= state.now }
            due.keys.forEach { state.sleepers[$0] = nil }
            return due.values.map(\.wake)
        }
        woken.forEach { $0.resume() }
        await waitForSleeper()
    }

    private func waitForSleeper() async {
        await withCheckedContinuation { watcher in
            let isReady = state.withLock { state in
                if state.sleepers.isEmpty { state.watchers.append(watcher) }
                return !state.sleepers.isEmpty
            }
            if isReady { watcher.resume() }
        }
    }

    private func cancel(_ id: Int) {
        let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
        sleeper?.wake.resume(throwing: CancellationError())
    }
}
