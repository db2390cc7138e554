import Synchronization

/// Open while the prompt waits for a person: what runs behind it then ends as soon as something is
/// typed that has to be done.
package final class IdleGate: Sendable {
    private struct State {
        var isOpen = false
        var work: Task<Void, Never>?
    }

    /// Tells each time that the gate opens.
    let openings: AsyncStream<Void>
    private let opening: AsyncStream<Void>.Continuation
    private let state = Mutex(State())

    /// Makes a gate that is shut.
    package init() {
        (openings, opening) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Lets work begin.
    func open() {
        state.withLock { $0.isOpen = true }
        opening.yield()
    }

    /// Cancels the work, without waiting for its end.
    func shut() {
        state.withLock { state in
            state.isOpen = false
            state.work?.cancel()
            state.work = nil
        }
    }

    /// Does work that ends when the gate is shut.
    func run(_ body: @escaping @Sendable () async -> Void) async {
        let work = state.withLock { state -> Task<Void, Never>? in
            guard state.isOpen else { return nil }
            let work = Task(priority: .background) { await body() }
            state.work = work
            return work
        }
        await withTaskCancellationHandler {
            await work?.value
        } onCancel: {
            work?.cancel()
        }
    }
}
