import BlockingIO

/// Reads lines from the terminal, with libedit as the engine and a display of our own.
///
/// There can be one at a time in a process. From the first read until ``close()`` the terminal is
/// in raw mode, also between reads, so that keys are neither echoed nor lost: run
/// ``watchKeys(onInterrupt:onLines:)`` beside every piece of work, or nobody notices Ctrl-C. Output uses
/// `\n` as always.
///
/// On a terminal that cannot move its cursor (`TERM=dumb`) the line is one row, redrawn with
/// carriage returns.
package actor LineEditor {
    private nonisolated let executor: QueueExecutor
    private nonisolated let mailbox: Mailbox
    private nonisolated let wakePipe: WakePipe
    private nonisolated let isVi: Bool
    private let modes: TerminalModes
    private let engine: EditorEngine

    /// The queue on which libedit is called, and blocks.
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// Prepares the terminal and libedit.
    ///
    /// - Parameters:
    ///   - name: The program's name, by which `~/.editrc` may choose bindings.
    ///   - historyPath: The file from which earlier lines come and to which new ones go; it and
    ///     its folder are made when they are missing. `nil` for none.
    ///   - restoresOnTermination: Whether SIGTERM and SIGHUP restore the terminal and end the
    ///     process; a program that handles them itself says `false`, and calls ``close()`` or
    ///     `exit`, which restores the terminal too.
    ///   - complete: Finds completions for the text before the cursor. It has two seconds.
    /// - Throws: ``LineEditingError`` if there is no terminal, or something cannot be made.
    package init(
        name: String, historyPath: String? = nil, restoresOnTermination: Bool = true,
        complete: @escaping @Sendable (String) async -> CompletionList
    ) throws {
        wakePipe = try WakePipe()
        let terminal = try TerminalDevice()
        executor = QueueExecutor(label: "line-editor")
        mailbox = Mailbox(wakePipe: wakePipe, terminal: terminal)
        modes = try TerminalModes(
            of: terminal, wakePipe: wakePipe, handlesTermination: restoresOnTermination)
        engine = try EditorEngine(
            name: name, terminal: terminal, modes: modes, mailbox: mailbox,
            historyFile: historyPath.map { HistoryFile(path: $0) }, complete: complete)
        isVi = engine.handle.isVi
    }

    /// What keys do, but for what `~/.editrc` has changed.
    package nonisolated var keys: [KeyAction] { KeyBindings.list(isVi: isVi) }

    /// Reads a line.
    ///
    /// When the task is cancelled the line typed so far is kept, and is there again in the next
    /// read whose prompt has no initial text.
    ///
    /// - Parameter prompt: What is shown around the line.
    /// - Returns: What the read ended with.
    /// - Throws: `CancellationError` when the task is cancelled, ``LineEditingError`` after
    ///   ``close()``.
    package func readLine(_ prompt: LinePrompt) async throws -> LineReading {
        try await withTaskCancellationHandler {
            try engine.readLine(prompt)
        } onCancel: {
            wakePipe.wake()
        }
    }

    /// Watches the keys while no line is read, until the task is cancelled.
    ///
    /// Nothing is echoed. What is typed is kept for the next read, and submitted there if it has
    /// an Enter. Ctrl-C calls back; a second one before the next read also drops what was typed.
    /// Ctrl-Z suspends the program.
    ///
    /// - Parameters:
    ///   - onInterrupt: Called for each Ctrl-C or SIGINT, on the editor's queue.
    ///   - onLines: Called there with the lines that were typed and submitted meanwhile, when these
    ///     are others than before.
    package func watchKeys(
        onInterrupt: @escaping @Sendable () -> Void,
        onLines: @escaping @Sendable ([String]) -> Void = { _ in }
    ) async {
        await withTaskCancellationHandler {
            engine.watchKeys(onInterrupt: onInterrupt, onLines: onLines)
        } onCancel: {
            wakePipe.wake()
        }
    }

    /// Prints text above the line that is being read, or at once when none is.
    ///
    /// Any thread may call it. The text begins on a row of its own, and a newline is added if it
    /// does not end with one. It may hold escape sequences that colour it; what others say must
    /// have passed the sanitiser.
    package nonisolated func printAbove(_ text: String) {
        mailbox.post(text.hasSuffix("\n") ? text : text + "\n")
    }

    /// Draws the prompt of the line that is being read as its ``LinePrompt/currentText`` is now.
    ///
    /// Any thread may call it.
    package nonisolated func refreshPrompt() {
        mailbox.wakeReader()
    }

    /// Adds a line to the history and its file, unless it is the newest already.
    ///
    /// A line that begins with a space is private and not added; one that seems to hold a secret
    /// is not written. Whatever happens to the file, the
    /// history goes on until the program ends.
    ///
    /// - Parameters:
    ///   - text: The line.
    ///   - isPasted: Whether it began with a paste, which is told again when it is recalled.
    /// - Returns: The first thing that went wrong with the file, once.
    @discardableResult
    package func addToHistory(_ text: String, isPasted: Bool = false) -> LineEditingError? {
        engine.addToHistory(HistoryEntry(text: text, isPasted: isPasted))
    }

    /// Runs work, such as another program, while the terminal is as the shell had it.
    package func withCookedTerminal<Result: Sendable>(
        _ body: @Sendable () async throws -> Result
    ) async rethrows -> Result {
        modes.leave()
        defer { engine.returnFromProgram() }
        return try await body()
    }

    /// Puts the terminal's modes and the signal handlers back, for good.
    package func close() {
        engine.close()
    }
}
