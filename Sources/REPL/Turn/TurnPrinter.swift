import Chat
import Terminal

/// Shows a turn while it happens.
actor TurnPrinter {
    private let output: Output
    private let model: String
    private let showsReply: Bool
    private var spinner: Spinner?
    private var pause: Task<Void, Never>?

    /// Makes a printer.
    ///
    /// - Parameters:
    ///   - output: Where to show the turn.
    ///   - model: Who is asked.
    ///   - showsReply: Whether the reply is shown as it arrives, and not later in another form.
    init(_ output: Output, model: String, showsReply: Bool) {
        self.output = output
        self.model = model
        self.showsReply = showsReply
    }

    /// Says that the model was asked.
    func begin() {
        wait("\(model) is reading")
    }

    /// Shows one step.
    func show(_ event: TurnEvent) {
        switch event {
        case .waiting(let owner):
            wait("Waiting for \(owner), which is in a turn of this session (Ctrl-C stops)")
        case .news(let messages):
            output.notice("\(Count.messages(messages.count)) came in from elsewhere.")
            wait("\(model) is reading")
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
            flushAtPause()
        case .ended:
            spinner = nil
            pause?.cancel()
            output.endReply()
        }
    }

    /// Stops whatever moves, after a turn that could not begin.
    func cancel() {
        spinner = nil
    }

    /// Shows the word that waits for its end, once the model makes a pause.
    private func flushAtPause() {
        pause?.cancel()
        pause = Task { [output] in
            guard (try? await Task.sleep(for: .milliseconds(100))) != nil else { return }
            output.flushReply()
        }
    }

    private func wait(_ text: String) {
        if let spinner { spinner.update(text) } else { spinner = output.spinner(text) }
    }
}
