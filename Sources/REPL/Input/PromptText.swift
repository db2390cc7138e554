import Chat
import Synchronization
import Terminal

/// The prompt, of which some parts change while it is shown.
package final class PromptText: Sendable {
    private struct State {
        var session = ""
        var model = ""
        var isPrivate = false
        var meter: ContextMeter?
        var isWarmingUp = false
    }

    /// How many characters of a name are shown.
    private static let mostCharacters = 30

    private let state = Mutex(State())
    private let isStoreAway: @Sendable () -> Bool
    private let showsMeter: Bool
    private let left: PromptTemplate
    private let rightTemplate: PromptTemplate

    /// Makes a prompt.
    ///
    /// - Parameters:
    ///   - left: What it shows in front of the line.
    ///   - right: What it shows at the end of its row.
    ///   - showsMeter: Whether figures are wanted.
    ///   - isStoreAway: Whether the store is away, and what is said waits for it.
    init(
        _ left: PromptTemplate = .left, right: PromptTemplate = .right, showsMeter: Bool = true,
        isStoreAway: @escaping @Sendable () -> Bool
    ) {
        self.left = left
        rightTemplate = right
        self.showsMeter = showsMeter
        self.isStoreAway = isStoreAway
    }

    /// The text as it is now: `44/4096 >>> `, and while the model is warmed up `44/4096 >>… `, which
    /// is as wide.
    var text: String {
        let text = left.filled(with: values)
        return text.isEmpty ? "" : text + " "
    }

    /// What stands at the end of the row now.
    var right: String { rightTemplate.filled(with: values) }

    /// Shows a session, the model that answers in it, and whether the session is kept nowhere.
    func show(session: String?, model: String, isPrivate: Bool = false) {
        state.withLock { state in
            state.isPrivate = isPrivate
            state.session = Self.shown(session ?? "")
            state.model = Self.shown(ModelName.short(model))
        }
    }

    /// Shows whether the model is warmed up.
    func show(isWarmingUp: Bool) {
        state.withLock { $0.isWarmingUp = isWarmingUp }
    }

    /// Shows how full the window is, or (with `nil`) nothing of it.
    func show(_ meter: ContextMeter?) {
        state.withLock { $0.meter = showsMeter ? meter : nil }
    }

    private var values: [PromptTemplate.Value: String] {
        let state = state.withLock(\.self)
        return [
            .session: state.session, .model: state.model, .meter: state.meter?.text ?? "",
            .percent: state.meter?.percent ?? "",
            .store: state.isPrivate ? "(private)" : isStoreAway() ? "(not connected)" : "",
            .mark: state.isWarmingUp ? ">>…" : ">>>",
        ]
    }

    private static func shown(_ name: String) -> String {
        Sanitizer.cleanLine(name).shortened(to: mostCharacters)
    }
}

extension ContextMeter {
    /// Used and all tokens, such as `44/4096`, with a tilde where they are an estimate.
    var text: String {
        let size = window.map { "\(used)/\($0)" } ?? "\(used)"
        return isEstimated ? "~\(size)" : size
    }

    /// How much of the window is used, such as `12%`; `nil` where it is not known.
    var percent: String? {
        guard let window, window > 0 else { return nil }
        return "\(isEstimated ? "~" : "")\(used * 100 / window)%"
    }
}
