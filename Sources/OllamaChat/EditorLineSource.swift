import LineEditing
import REPL
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
        let line = LinePrompt(
            prompt.text(), currentText: prompt.text, style: hasColour ? "1;32" : nil,
            initialText: prompt.initialText,
            placeholder: prompt.placeholder.isEmpty ? nil : prompt.placeholder,
            isQuestion: prompt.isQuestion)
        let reading = try await output.redirectingLines(to: editor.printAbove) {
            try await editor.readLine(line)
        }
        switch reading {
        case .line(let text, let isPasted): return .line(text, isPasted: isPasted)
        case .interrupted: return .interrupted
        case .endOfInput: return .endOfInput
        }
    }

    var recallsLines: Bool { true }

    func remember(_ text: String, isPasted: Bool) async {
        guard let problem = await editor.addToHistory(text, isPasted: isPasted) else { return }
        output.warning(problem.description)
        if let hint = problem.hint { output.hint(hint) }
    }

    func watchForInterrupts(_ onInterrupt: @escaping @Sendable () -> Void) async {
        await editor.watchKeys(onInterrupt: onInterrupt)
    }
}
