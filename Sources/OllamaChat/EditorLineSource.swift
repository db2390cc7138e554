import Chat
import LineEditing
import REPL
import Synchronization
import Terminal

/// Lines from the line editor, which owns the terminal while it reads.
struct EditorLineSource: LineSource {
    private let editor: LineEditor
    private let output: Output

    init(_ editor: LineEditor, output: Output) {
        self.editor = editor
        self.output = output
    }

    func readLine(_ prompt: LinePromptRequest) async throws -> LineInput {
        let hasColour = output.traits(of: .standardOutput).hasColour
        var line = LinePrompt(
            prompt.text(), currentText: prompt.text, style: hasColour ? "1;32" : nil,
            right: prompt.right.isEmpty ? nil : prompt.right, initialText: prompt.initialText,
            placeholder: prompt.placeholder.isEmpty ? nil : prompt.placeholder,
            isQuestion: prompt.isQuestion)
        while true {
            let reading = try await output.redirectingLines(to: editor.printAbove) { [line] in
                try await editor.readLine(line)
            }
            switch reading {
            case .line(let text, let isPasted): return .line(text, isPasted: isPasted)
            case .edit(let text): line.initialText = try await editedOrKept(text)
            case .interrupted: return .interrupted
            case .endOfInput: return .endOfInput
            }
        }
    }

    /// A text after the person has edited it, or as it was where the editor does not do its work.
    private func editedOrKept(_ text: String) async throws -> String {
        do {
            return try await edit(text) ?? text
        } catch let failure as any ChatFailure {
            output.warning(failure.description)
            if let hint = failure.hint { output.hint(hint) }
            return text
        }
    }

    func refreshPrompt() { editor.refreshPrompt() }

    func edit(_ text: String) async throws -> String? {
        try await lendingTerminal { try await TextEditor.edit(text: text) }
    }

    func page(_ text: String) async throws -> Bool {
        try await lendingTerminal { await TextPager.show(text) }
    }

    /// What others say meanwhile is shown when the editor has given the terminal back.
    private func lendingTerminal<Result: Sendable>(
        _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let held = HeldLines()
        defer { for line in held.lines { editor.printAbove(line) } }
        return try await output.redirectingLines(to: held.add) {
            try await editor.withCookedTerminal(body)
        }
    }

    var recallsLines: Bool { true }

    var keys: [(names: String, action: String)] {
        editor.keys.map { ($0.keys.joined(separator: ", "), $0.action) }
    }

    func remember(_ text: String, isPasted: Bool) async {
        guard let problem = await editor.addToHistory(text, isPasted: isPasted) else { return }
        output.warning(problem.description)
        if let hint = problem.hint { output.hint(hint) }
    }

    func watchForInterrupts(
        _ onInterrupt: @escaping @Sendable () -> Void,
        onLines: @escaping @Sendable ([String]) -> Void
    ) async {
        await editor.watchKeys(onInterrupt: onInterrupt, onLines: onLines)
    }
}

/// Lines that are shown later.
private final class HeldLines: Sendable {
    private let held = Mutex<[String]>([])

    /// The lines so far.
    var lines: [String] { held.withLock(\.self) }

    /// Adds a line.
    func add(_ line: String) { held.withLock { $0.append(line) } }
}
