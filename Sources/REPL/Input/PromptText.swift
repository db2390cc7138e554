import Chat
import Synchronization

/// The prompt, of which some parts change while it is shown.
package final class PromptText: Sendable {
    private struct State {
        var meter: ContextMeter?
    }

    private let state = Mutex(State())
    private let isStoreAway: @Sendable () -> Bool

    /// Makes a prompt.
    ///
    /// - Parameter isStoreAway: Whether the store is away, and what is said waits for it.
    init(isStoreAway: @escaping @Sendable () -> Bool) {
        self.isStoreAway = isStoreAway
    }

    /// The text as it is now: `44/4096 >>> `.
    var text: String {
        let meter = state.withLock(\.meter)
        return [meter?.text, isStoreAway() ? "(not connected)" : nil, ">>> "]
            .compactMap(\.self).joined(separator: " ")
    }

    /// Shows how full the window is, or (with `nil`) nothing of it.
    func show(_ meter: ContextMeter?) {
        state.withLock { $0.meter = meter }
    }
}

extension ContextMeter {
    /// Used and all tokens, such as `44/4096`, with a tilde where they are an estimate.
    var text: String {
        let size = window.map { "\(used)/\($0)" } ?? "\(used)"
        return isEstimated ? "~\(size)" : size
    }
}
