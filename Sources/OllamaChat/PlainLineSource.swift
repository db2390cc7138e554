import Platform
import REPL
import Terminal

/// Lines from an input that is no terminal, or from a terminal whose output goes elsewhere:
/// nothing is edited, and the prompt goes to the standard error.
actor PlainLineSource: LineSource {
    private let output: Output
    private let showsPrompt: Bool
    private let answersInterrupts: Bool
    private var pending = PendingLines()

    /// Makes a source of lines.
    ///
    /// - Parameters:
    ///   - output: Where the prompt is shown.
    ///   - showsPrompt: Whether somebody sees it.
    ///   - answersInterrupts: Whether SIGINT ends a read. Otherwise somebody else listens to it.
    init(_ output: Output, showsPrompt: Bool, answersInterrupts: Bool = true) {
        self.output = output
        self.showsPrompt = showsPrompt
        self.answersInterrupts = answersInterrupts
    }

    /// The system's own editing, which is the same everywhere, is all there is.
    nonisolated var keys: [(names: String, action: String)] { [] }

    func readLine(_ prompt: LinePromptRequest) async throws -> LineInput {
        // Before the prompt is seen, so that no signal comes too early.
        let interrupts = Signals.Watch(answersInterrupts ? [SIGINT] : [])
        defer { interrupts.end() }
        if showsPrompt { output.prompt(prompt.text()) }
        let reading = Task { try await nextLine() }
        let received = interrupts.received
        Task { for await _ in received { reading.cancel() } }
        let result = await withTaskCancellationHandler {
            await reading.result
        } onCancel: {
            reading.cancel()
        }
        try Task.checkCancellation()
        do {
            return try result.get()
        } catch is CancellationError {
            return .interrupted
        }
    }

    nonisolated func refreshPrompt() {}

    func edit(_ text: String) -> String? { nil }

    nonisolated var recallsLines: Bool { false }

    func remember(_ text: String, isPasted: Bool) {}

    func watchForInterrupts(
        _ onInterrupt: @escaping @Sendable () -> Void,
        onLines: @escaping @Sendable ([String]) -> Void
    ) async {
        guard answersInterrupts else { return }
        let interrupts = Signals.Watch([SIGINT])
        defer { interrupts.end() }
        for await _ in interrupts.received { onInterrupt() }
    }

    private func nextLine() async throws -> LineInput {
        while true {
            if let line = pending.takeLine() { return .line(line, isPasted: false) }
            let bytes = try await StandardInput.readSome()
            guard bytes.isEmpty else {
                pending.add(bytes)
                continue
            }
            return pending.takeRest().map { .line($0, isPasted: false) } ?? .endOfInput
        }
    }
}
