import Synchronization
import Terminal

extension TurnPrinter {
    /// Shows that the model thinks, and not what.
    func hide(_ text: String) {
        state.withLock { state in
            state.hidden = state.hidden ?? HiddenThinking()
            state.hidden?.add(text)
            state.say(HiddenThinking.mark, on: output)
        }
    }

    /// Says how much was thought and not shown.
    func endThinking() {
        let hidden = state.withLock { state in
            defer { state.hidden = nil }
            return state.hidden
        }
        if let hidden { output.status(hidden.line) }
    }
}

extension TurnPrinter.State {
    /// Says what is waited for.
    mutating func say(_ text: String, on output: Output) {
        if let spinner {
            spinner.update(text)
        } else {
            spinner = output.spinner(text)
        }
    }
}
