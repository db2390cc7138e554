import Dispatch
import Synchronization

/// Work on a thread of its own whose results a task takes as they come.
///
/// The work may take for ever and cannot be interrupted: a task that is cancelled waits for it no
/// longer. Its thread is left alone, and ends when the work asks the next time whether more is
/// wanted, or with the program.
package final class Handover<Element: Sendable>: Sendable {
    private struct State {
        var elements: [Element] = []
        var isComplete = false
        var isGivenUp = false
        var waiting: CheckedContinuation<[Element], any Error>?

        mutating func takeWaiting() -> CheckedContinuation<[Element], any Error>? {
            defer { waiting = nil }
            return waiting
        }
    }

    private let state = Mutex(State())

    /// Begins the work.
    ///
    /// - Parameters:
    ///   - label: The name of its queue, seen in debuggers.
    ///   - work: It gives what it has to the handover, and returns when it has nothing more, or when
    ///     no more is wanted.
    package init(label: String, _ work: @escaping @Sendable (Handover) -> Void) {
        DispatchQueue(label: label, qos: .utility).async {
            work(self)
            self.complete()
        }
    }

    /// Whether anybody waits for more, or may.
    package var isWanted: Bool { state.withLock { !$0.isGivenUp } }

    /// Gives one more.
    package func give(_ element: Element) {
        let waiting = state.withLock { state in
            if state.waiting == nil, !state.isGivenUp { state.elements.append(element) }
            return state.takeWaiting()
        }
        waiting?.resume(returning: [element])
    }

    /// All that was given and not taken yet, as soon as there is something.
    ///
    /// One task may wait at a time.
    ///
    /// - Returns: Nothing when the work is done.
    /// - Throws: `CancellationError` when the task is cancelled or the work was given up.
    package func take() async throws -> [Element] {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait($0) }
        } onCancel: {
            giveUp()
        }
    }

    /// Wants no more.
    package func giveUp() {
        let waiting = state.withLock { state in
            state.isGivenUp = true
            return state.takeWaiting()
        }
        waiting?.resume(throwing: CancellationError())
    }

    private func wait(_ continuation: CheckedContinuation<[Element], any Error>) {
        let answer: Result<[Element], any Error>? = state.withLock { state in
            if !state.elements.isEmpty {
                defer { state.elements = [] }
                return .success(state.elements)
            }
            if state.isGivenUp { return .failure(CancellationError()) }
            if state.isComplete { return .success([]) }
            state.waiting = continuation
            return nil
        }
        if let answer { continuation.resume(with: answer) }
    }

    private func complete() {
        let waiting = state.withLock { state in
            state.isComplete = true
            return state.takeWaiting()
        }
        waiting?.resume(returning: [])
    }
}
