import Dispatch
import REPL
import Terminal

/// Lines from an input that is no terminal, or from a terminal whose output goes elsewhere:
/// nothing is edited, and the prompt goes to the standard error.
actor PlainLineSource: LineSource {
    private let output: Output
    private let showsPrompt: Bool

    /// Makes a source of lines.
    ///
    /// - Parameters:
    ///   - output: Where the prompt is shown.
    ///   - showsPrompt: Whether somebody sees it.
    init(_ output: Output, showsPrompt: Bool) {
        self.output = output
        self.showsPrompt = showsPrompt
    }

    func readLine(_ prompt: LinePromptRequest) async throws -> LineInput {
        if showsPrompt { output.prompt(prompt.text) }
        let line = await withCheckedContinuation { continuation in
            // A thread of its own: reading blocks, and the cooperative pool must not.
            DispatchQueue.global().async { continuation.resume(returning: Swift.readLine()) }
        }
        try Task.checkCancellation()
        return line.map { .line($0, isPasted: false) } ?? .endOfInput
    }

    func remember(_ text: String) {}

    func watchForInterrupts(_ onInterrupt: @escaping @Sendable () -> Void) async {}
}
