import REPL
import Synchronization

/// A person who types what a script says, and then leaves.
final class ScriptedLines: LineSource {
    private struct State {
        var inputs: [LineInput]
        var prompts: [LinePromptRequest] = []
        var remembered: [String] = []
    }

    private let state: Mutex<State>

    init(_ lines: [String]) {
        state = Mutex(State(inputs: lines.map { .line($0, isPasted: false) }))
    }

    init(inputs: [LineInput]) {
        state = Mutex(State(inputs: inputs))
    }

    /// The prompts that were shown.
    var prompts: [LinePromptRequest] { state.withLock(\.prompts) }

    /// The lines that were put into the history.
    var remembered: [String] { state.withLock(\.remembered) }

    func readLine(_ prompt: LinePromptRequest) async throws -> LineInput {
        state.withLock { state in
            state.prompts.append(prompt)
            return state.inputs.isEmpty ? .endOfInput : state.inputs.removeFirst()
        }
    }

    func remember(_ text: String) async {
        state.withLock { $0.remembered.append(text) }
    }

    func watchForInterrupts(_ onInterrupt: @escaping @Sendable () -> Void) async {}
}
