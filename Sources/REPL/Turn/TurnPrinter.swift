import Chat
import Synchronization
import Terminal

/// Shows a turn while it happens.
///
/// Chunks come by the thousand, so nothing is started for one: a single task looks from time to
/// time whether the model makes a pause.
final class TurnPrinter: Sendable {
    /// What is going on.
    struct State {
        var model = ""
        var spinner: Spinner?
        /// Watches for pauses, from the first chunk to the last.
        var watch: Task<Void, Never>?
        /// When the last chunk came, while chunks come.
        var lastChunk: ContinuousClock.Instant?
        /// When anything of the reply was shown last, or the first chunk came.
        var lastShown: ContinuousClock.Instant?
        /// What the model thinks and is not shown, while it does.
        var hidden: HiddenThinking?
        /// Whether the word that waits for its end was shown since.
        var isFlushed = false
    }

    /// The pause after which a word is shown that waits for its end.
    private static let shortPause = Duration.milliseconds(100)
    /// The pause after which it is said that more is waited for.
    private static let longPause = Duration.seconds(2)

    /// Where the turn is shown.
    let output: Output
    private let showsReply: Bool
    /// What is going on.
    let state = Mutex(State())

    /// Makes a printer.
    ///
    /// - Parameters:
    ///   - output: Where to show the turn.
    ///   - showsReply: Whether the reply is shown as it arrives, and not later in another form.
    init(_ output: Output, showsReply: Bool) {
        self.output = output
        self.showsReply = showsReply
    }

    deinit {
        state.withLock { $0.watch?.cancel() }
    }

    /// Says that a model is asked, or, where its name is empty, that one is looked for.
    func begin(_ model: String) {
        state.withLock { $0.model = model }
        wait(model.isEmpty ? "Looking for a model" : "\(model) is reading")
    }

    /// Shows one step.
    func show(_ event: TurnEvent) {
        switch event {
        case .waiting(let owner):
            wait("Waiting for \(owner), which is in a turn of this session (Ctrl-C stops)")
        case .news(let messages):
            output.notice("\(Count.messages(messages.count)) came in from elsewhere.")
            waitForModel()
        case .moved:
            output.warning(
                "This session was deleted or has expired meanwhile. What was said here goes on in "
                    + "a new one of the same name.")
        case .branched(let branch):
            output.notice(
                "Others went on in the session, so the reply is in a branch of its own: "
                    + (branch.name ?? branch.id.text))
        case .asked: waitForModel()
        case .planned(let plan): tell(plan)
        case .windowGrows(let old, let new):
            output.notice(
                "The conversation has outgrown \(old) tokens; the server loads the model again "
                    + "with \(new).")
            waitForModel()
        case .cutByServer(let read, let sent):
            output.warning(
                "The model read \(read) of about \(sent) tokens: the server left out the "
                    + "beginning without a word. /set num_ctx makes room.")
        case .retrying(let delay):
            wait("The model server is busy, asking again in \(DurationText.text(of: delay))")
        case .thinking(let text) where showsReply && output.hidesThinking: hide(text)
        case .thinking(let text):
            noteChunk(isShown: true)
            if showsReply { output.thinking(text) }
        case .text(let text):
            endThinking()
            noteChunk(isShown: showsReply ? output.reply(text) : true)
        case .arrived:
            endChunks()
            wait("Storing the reply")
        case .ended:
            endChunks()
        }
    }

    private func tell(_ plan: ContextPlan) {
        guard plan.isCut, let window = plan.window else {
            return output.notice("All messages fit into the context window again.")
        }
        output.warning(
            "The first \(Count.messages(plan.leftOut)) no longer fit into the context window of "
                + "\(window) tokens and are not sent. /context shows what is; /compact sends a "
                + "summary of them, /set num_ctx \(window * 2) makes room.")
    }

    /// Notes that a chunk came, and whether it is on the screen or waits for what completes it.
    private func noteChunk(isShown: Bool) {
        state.withLock { state in
            state.lastChunk = .now
            if isShown { state.spinner = nil }
            if isShown || state.lastShown == nil { state.lastShown = state.lastChunk }
            state.isFlushed = false
            guard state.watch == nil else { return }
            state.watch = Task { [weak self] in
                while (try? await Task.sleep(for: Self.shortPause)) != nil { self?.lookForPause() }
            }
        }
    }

    private func endChunks() {
        endThinking()
        stop()
        output.endReply()
    }

    /// Stops whatever moves.
    func stop() {
        state.withLock { state in
            state.watch?.cancel()
            state.watch = nil
            state.lastChunk = nil
            state.lastShown = nil
            state.spinner = nil
        }
    }

    private func lookForPause() {
        let (pause, silence) = state.withLock { state in
            (
                state.lastChunk.map { ContinuousClock.now - $0 },
                state.lastShown.map { ContinuousClock.now - $0 } ?? .zero
            )
        }
        guard let pause else { return }
        if pause >= Self.shortPause { flush() }
        if pause >= Self.longPause {
            explain("makes a pause")
        } else if silence >= Self.longPause {
            // As a table, whose columns are as wide as their widest cells.
            explain("is writing what is shown when it is complete")
        }
    }

    /// Shows the word that waits for its end, once in a pause.
    private func flush() {
        let isNew = state.withLock { state in
            defer { state.isFlushed = true }
            return !state.isFlushed
        }
        if isNew { output.flushReply() }
    }

    /// Says what the model does while nothing moves.
    private func explain(_ words: String) {
        state.withLock { state in
            if state.lastChunk != nil { state.say("\(state.model) \(words)", on: output) }
        }
    }

    private func waitForModel() {
        wait("\(state.withLock(\.model)) is reading")
    }

    private func wait(_ text: String) {
        state.withLock { $0.say(text, on: output) }
    }
}
