import Chat
import Synchronization

/// The prompt, of which some parts change while it is shown.
package final class PromptText: Sendable {
    private struct State {
        var meter: ContextMeter?
        var isWarmingUp = false
    }

    private let state = Mutex(State())
    private let isStoreAway: @Sendable () -> Bool
    private let showsMeter: Bool

    /// Makes a prompt.
    ///
    /// - Parameters:
    ///   - showsMeter: Whether figures are wanted.
    ///   - isStoreAway: Whether the store is away, and what is said waits for it.
    init(showsMeter: Bool = true, isStoreAway: @escaping @Sendable () -> Bool) {
        self.showsMeter = showsMeter
        self.isStoreAway = isStoreAway
    }

    /// The text as it is now: `44/4096 >>> `, and while the model is warmed up `44/4096 >>… `, which
    /// is as wide.
    var text: String {
        let (meter, isWarmingUp) = state.withLock { ($0.meter, $0.isWarmingUp) }
        let mark = isWarmingUp ? ">>… " : ">>> "
        return [meter?.text, isStoreAway() ? "(not connected)" : nil, mark]
            .compactMap(\.self).joined(separator: " ")
    }

    /// Shows whether the model is warmed up.
    func show(isWarmingUp: Bool) {
        state.withLock { $0.isWarmingUp = isWarmingUp }
    }

    /// Shows how full the window is, or (with `nil`) nothing of it.
    func show(_ meter: ContextMeter?) {
        state.withLock { $0.meter = showsMeter ? meter : nil }
    }
}

extension ContextMeter {
    /// Used and all tokens, such as `44/4096`, with a tilde where they are an estimate.
    var text: String {
        let size = window.map { "\(used)/\($0)" } ?? "\(used)"
        return isEstimated ? "~\(size)" : size
    }
}
