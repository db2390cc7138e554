import Synchronization

/// The model that makes vectors of messages, which may be chosen while the program runs.
package final class RecallChoice: Sendable {
    private struct State {
        var model: String?
        var isDeclined = false
    }

    private let state: Mutex<State>

    /// Begins with what is configured; nothing is chosen where that is empty.
    package init(_ model: String? = nil) {
        state = Mutex(State(model: model.flatMap { $0.isEmpty ? nil : $0 }))
    }

    /// The model, where one is chosen.
    package var model: String? {
        get { state.withLock(\.model) }
        set { state.withLock { $0.model = newValue } }
    }

    /// Whether somebody was asked and did not want one.
    var isDeclined: Bool {
        get { state.withLock(\.isDeclined) }
        set { state.withLock { $0.isDeclined = newValue } }
    }
}
