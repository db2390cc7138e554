import Chat
import Terminal

/// Shows a turn while it happens.
actor TurnPrinter {
    private let output: Output
    private let showsReply: Bool
    private var model = ""
    private var spinner: Spinner?
    private var pause: Task<Void, Never>?

    /// Makes a printer.
    ///
    /// - Parameters:
    ///   - output: Where to show the turn.
    ///   - showsReply: Whether the reply is shown as it arrives, and not later in another form.
    init(_ output: Output, showsReply: Bool) {
        self.output = output
        self.showsReply = showsReply
    }

    /// Says that a model is asked, or, where its name is empty, that one is looked for.
    func begin(_ model: String) {
        self.model = model
        wait(model.isEmpty ? "Looking for a model" : "\(model) is reading")
    }

    /// Shows one step.
    func show(_ event: TurnEvent) {
        switch event {
        case .waiting(let owner):
            wait("Waiting for \(owner), which is in a turn of this session (Ctrl-C stops)")
        case .news(let messages):
            output.notice("\(Count.messages(messages.count)) came in from elsewhere.")
            wait("\(model) is reading")
        case .moved:
            output.warning(
                "This session was deleted or has expired meanwhile. What was said here goes on in "
                    + "a new one of the same name.")
        case .asked:
            wait("\(model) is reading")
        case .retrying(let delay):
            wait(
                "The model server is busy, asking again in \(DurationText.text(of: delay))")
        case .thinking(let text):
            spinner = nil
            if showsReply { output.thinking(text) }
        case .text(let text):
            spinner = nil
            if showsReply { output.reply(text) }
            watchForPause()
        case .arrived:
            pause?.cancel()
            spinner = nil
            output.endReply()
            wait("Storing the reply")
        case .ended:
            pause?.cancel()
            spinner = nil
            output.endReply()
        }
    }

    /// Stops whatever moves, after a turn that could not begin.
    func cancel() {
        spinner = nil
    }

    /// Shows the word that waits for its end once the model makes a pause, and that it is waited
    /// for once the pause is long.
    private func watchForPause() {
        pause?.cancel()
        pause = Task { [output] in
            guard (try? await Task.sleep(for: .milliseconds(100))) != nil else { return }
            output.flushReply()
            guard (try? await Task.sleep(for: .seconds(2))) != nil else { return }
            waitForMore()
        }
    }

    private func waitForMore() {
        guard !Task.isCancelled else { return }
        wait("\(model) makes a pause")
    }

    private func wait(_ text: String) {
        if let spinner { spinner.update(text) } else { spinner = output.spinner(text) }
    }
}
