/// A line that shows that the program waits, until it is stopped or let go.
///
/// It appears on a capable terminal only, after a moment, and erases itself. What is written
/// meanwhile appears above it.
package final class Spinner: Sendable {
    private let output: Output
    private let id: Int

    /// Names a spinner of an output.
    init(_ output: Output, id: Int) {
        self.output = output
        self.id = id
    }

    deinit {
        stop()
    }

    /// Changes what is being waited for.
    package func update(_ text: String) {
        output.updateSpinner(id, text: text)
    }

    /// Erases the line; a spinner that is stopped does not come back.
    package func stop() {
        output.stopSpinner(id)
    }
}

extension Output {
    /// Starts to show that the program waits; takes the place of a spinner that still turns.
    package func spinner(_ text: String) -> Spinner {
        let id = update { state in
            state.stopSpinner()
            state.spinnerCount += 1
            state.spinner = SpinnerState(id: state.spinnerCount, text: text)
            return state.spinnerCount
        }
        if traits(of: .standardError).isCapable {
            let task = Task { await turn(id) }
            update { $0.adopt(task, for: id) }
        }
        return Spinner(self, id: id)
    }

    /// Changes the text of a spinner that still turns.
    func updateSpinner(_ id: Int, text: String) {
        update { state in
            if state.spinner?.id == id { state.spinner?.text = text }
        }
    }

    /// Stops a spinner if it still turns.
    func stopSpinner(_ id: Int) {
        update { state in
            if state.spinner?.id == id { state.stopSpinner() }
        }
    }

    private func turn(_ id: Int) async {
        let stopwatch = Stopwatch(clock)
        var pause = SpinnerState.delay
        while (try? await clock.sleep(for: pause)) != nil, !Task.isCancelled {
            let elapsed = stopwatch.elapsed
            update { $0.drawSpinner(id, after: elapsed) }
            pause = SpinnerState.interval
        }
    }
}

extension Output.State {
    /// Draws a spinner that still turns.
    fileprivate mutating func drawSpinner(_ id: Int, after elapsed: Duration) {
        guard let spinner, spinner.id == id else { return }
        let traits = screen.traits(of: .standardError)
        guard screen.isLineOpen(on: .standardError) else {
            return screen.drawSpinner(spinner.picture(after: elapsed, traits: traits))
        }
        // A reply that pauses in the middle of a line: behind its last word, where there is room.
        let column = (reply?.column ?? .max / 2) + 1
        guard column + SpinnerState.leastRoom <= traits.columns ?? 80 else { return }
        screen.drawSpinnerBehindText(
            " " + spinner.picture(after: elapsed, behind: column, traits: traits))
    }

    /// Keeps the task of a spinner, or cancels it if the spinner was stopped already.
    fileprivate mutating func adopt(_ task: Task<Void, Never>, for id: Int) {
        if spinner?.id == id { spinner?.task = task } else { task.cancel() }
    }

    /// Stops the spinner that turns, if one does.
    fileprivate mutating func stopSpinner() {
        spinner?.task?.cancel()
        spinner = nil
        screen.eraseSpinner()
    }
}
