import REPL
import Synchronization
import TestSupport

/// A person who types what a script says, and then leaves.
final class ScriptedLines: LineSource {
    private struct State {
        var inputs: [LineInput]
        var prompts: [LinePromptRequest] = []
        var remembered: [String] = []
        var pager: (@Sendable (String) -> Bool)?
        var editor: (@Sendable (String) throws -> String)?
        var actions: [Int: @Sendable () async -> Void] = [:]
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

    /// Does something while the person looks at the prompt of a number, counted from 1.
    func onPrompt(_ number: Int, _ action: @escaping @Sendable () async -> Void) {
        state.withLock { $0.actions[number] = action }
    }

    func readLine(_ prompt: LinePromptRequest) async throws -> LineInput {
        let action = state.withLock { $0.actions[$0.prompts.count + 1] }
        await action?()
        return state.withLock { state in
            state.prompts.append(prompt)
            return state.inputs.isEmpty ? .endOfInput : state.inputs.removeFirst()
        }
    }

    /// Counts how often the prompt was drawn anew.
    let refreshes = EventCount()

    func refreshPrompt() { refreshes.add() }

    /// What the person does to a text in an editor of his own.
    func onEdit(_ editor: @escaping @Sendable (String) throws -> String) {
        state.withLock { $0.editor = editor }
    }

    func edit(_ text: String) async throws -> String? {
        try state.withLock(\.editor).map { try $0(text) }
    }

    /// What the person's pager does with a text.
    func onPage(_ pager: @escaping @Sendable (String) -> Bool) {
        state.withLock { $0.pager = pager }
    }

    func page(_ text: String) async throws -> Bool {
        state.withLock(\.pager)?(text) ?? false
    }

    var recallsLines: Bool { true }

    var keys: [(names: String, action: String)] { [("Ctrl-T", "Make tea")] }

    func remember(_ text: String, isPasted: Bool) async {
        state.withLock { $0.remembered.append(text) }
    }

    func watchForInterrupts(
        _ onInterrupt: @escaping @Sendable () -> Void,
        onLines: @escaping @Sendable ([String]) -> Void
    ) async {}
}
