import Synchronization

/// The only owner of the terminal between reads: says what is meant, and knows how to show it.
///
/// Answers go to standard output, everything else to standard error, so that
/// `ollama-chat "…" | less` is clean. On a terminal everything is cleaned, wrapped and styled; into
/// a file or a pipe answers go as they are.
package final class Output: Sendable {
    /// What the writers share.
    struct State: Sendable {
        /// What stands on the streams.
        var screen: Screen
        /// The reply or thought that is being streamed.
        var reply: StreamedText?
        /// Whether replies are read as Markdown.
        var rendersMarkdown = true
        /// Whether of what models think only that is shown.
        var hidesThinking = false
        /// The spinner that turns.
        var spinner: SpinnerState?
        /// How many spinners there were, to tell them apart.
        var spinnerCount = 0
    }

    /// Whether notices and status lines are left out.
    package let isQuiet: Bool
    private let state: Mutex<State>
    /// What the spinner measures time with.
    let clock: any Clock<Duration>
    private let sink: any TextSink
    private let closing = Mutex<(@Sendable () -> Void)?>(nil)

    /// Makes an output that writes to a sink for readers with the given traits.
    package init(
        sink: any TextSink, standardOutput: TerminalTraits, standardError: TerminalTraits,
        isQuiet: Bool = false, clock: any Clock<Duration> = ContinuousClock()
    ) {
        let traits: [OutputStreamKind: TerminalTraits] = [
            .standardOutput: standardOutput, .standardError: standardError,
        ]
        state = Mutex(State(screen: Screen(sink: sink, traits: traits)))
        self.sink = sink
        self.isQuiet = isQuiet
        self.clock = clock
    }

    /// Makes the output of the process under its environment.
    package convenience init(environment: [String: String], isQuiet: Bool = false) {
        self.init(
            sink: StandardSink(),
            standardOutput: TerminalTraits(of: 1, environment: environment),
            standardError: TerminalTraits(of: 2, environment: environment),
            isQuiet: isQuiet)
    }

    /// Whether replies are read as Markdown, where the terminal can show it.
    package var rendersMarkdown: Bool {
        get { state.withLock(\.rendersMarkdown) }
        set { state.withLock { $0.rendersMarkdown = newValue } }
    }

    /// Whether of what models think only that is shown.
    package var hidesThinking: Bool {
        get { state.withLock(\.hidesThinking) }
        set { state.withLock { $0.hidesThinking = newValue } }
    }

    /// Whether nobody reads the answers any more; a program then leaves quietly.
    package var isClosed: Bool { sink.isClosed(.standardOutput) }

    /// Why the answers could not be written, in the system's words, where that is a failure.
    package var writeFailure: String? { sink.failure(of: .standardOutput) }

    /// Does something once, as soon as a write finds that nobody reads the answers any more.
    ///
    /// It takes the place of what was to be done before.
    package func whenClosed(_ action: @escaping @Sendable () -> Void) {
        closing.withLock { $0 = action }
        tellIfClosed()
    }

    /// Reads and changes what the writers share, one at a time.
    func update<Result: Sendable>(_ change: (inout State) -> Result) -> Result {
        defer { tellIfClosed() }
        return state.withLock { change(&$0) }
    }

    private func tellIfClosed() {
        guard isClosed else { return }
        let action = closing.withLock { action in
            defer { action = nil }
            return action
        }
        action?()
    }

    /// What the reader of a stream can show.
    package func traits(of stream: OutputStreamKind) -> TerminalTraits {
        update { $0.screen.traits(of: stream) }
    }

    /// Hands whole lines for the terminal, without the last newline, to `post` while `body` runs.
    ///
    /// The line editor owns the terminal while it reads, and prints them above its prompt. `post`
    /// must not call the output back, for it is called while the output is locked. What goes into
    /// a file or a pipe is written as ever.
    package func redirectingLines<Result, Failure: Error>(
        to post: @escaping @Sendable (String) -> Void,
        isolation: isolated (any Actor)? = #isolation,
        while body: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        update { $0.redirect(to: post) }
        defer { update { $0.redirect(to: nil) } }
        return try await body()
    }
}

extension Output.State {
    /// Gives the terminal to somebody else, or takes it back.
    mutating func redirect(to post: (@Sendable (String) -> Void)?) {
        if let terminal = screen.terminalStream { interruptReply(for: terminal) }
        screen.redirect(to: post)
    }

    /// Ends the line of a reply on the screen before somebody else writes to a stream.
    mutating func interruptReply(for stream: OutputStreamKind) {
        let kind = reply?.stream ?? .standardOutput
        guard screen.isShared(kind, with: stream) else { return }
        if let held = reply?.flush(traits: screen.traits(of: kind)) {
            screen.write(held, to: kind)
        }
        if screen.startLine(on: stream) { reply?.moveToFreshLine() }
    }
}
