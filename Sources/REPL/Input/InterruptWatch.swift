import Synchronization
import Terminal

/// Watches for Ctrl-C while something runs, but not while a person is asked something.
final class InterruptWatch: Sendable {
    private let lines: any LineSource
    private let output: Output
    private let onInterrupt: @Sendable () -> Void
    private let task = Mutex<Task<Void, Never>?>(nil)

    /// Begins to watch.
    ///
    /// - Parameters:
    ///   - lines: What watches.
    ///   - output: Where the lines are shown that wait for the end of what runs.
    ///   - onInterrupt: Called for each Ctrl-C.
    init(
        _ lines: any LineSource, showingOn output: Output,
        onInterrupt: @escaping @Sendable () -> Void
    ) {
        self.lines = lines
        self.output = output
        self.onInterrupt = onInterrupt
        begin()
    }

    /// Ends the watch, and returns when the line source is free again.
    func end() async {
        let watch = task.withLock { task in
            defer { task = nil }
            return task
        }
        watch?.cancel()
        await watch?.value
        output.footer(nil)
    }

    /// Reads a line in the middle of what runs.
    func readLine(_ prompt: LinePromptRequest) async throws -> LineInput {
        try await paused { try await lines.readLine(prompt) }
    }

    /// Has a text edited in the middle of what runs.
    func edit(_ text: String) async throws -> String? {
        try await paused { try await lines.edit(text) }
    }

    /// Has a text shown in a pager in the middle of what runs.
    func page(_ text: String) async throws -> Bool {
        try await paused { try await lines.page(text) }
    }

    /// Remembers a line that was read in the middle of what runs.
    func remember(_ text: String) async {
        await paused { await lines.remember(text, isPasted: false) }
    }

    /// Does something with the line source, which does one thing at a time.
    private func paused<Result>(_ body: () async throws -> Result) async rethrows -> Result {
        await end()
        defer { begin() }
        return try await body()
    }

    /// What is said of lines that wait.
    private static func text(of lines: [String]) -> String? {
        guard let first = lines.first else { return nil }
        let more = lines.count == 1 ? "" : " (and \(lines.count - 1) more)"
        return "Next\(more): \(first.onOneLine)"
    }

    private func begin() {
        task.withLock { [lines, output, onInterrupt] task in
            task = Task {
                await lines.watchForInterrupts(onInterrupt) { output.footer(Self.text(of: $0)) }
            }
        }
    }
}
