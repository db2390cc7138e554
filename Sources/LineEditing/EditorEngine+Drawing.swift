extension EditorEngine {
    /// Shows the text as it is now.
    func draw() {
        guard !modes.isInBackground else { return }
        terminal.write(display.draw(frame(), in: terminal.size))
    }

    /// Takes the text from the screen.
    func erase() {
        terminal.write(display.erase(in: terminal.size))
    }

    /// Leaves the text in the scrollback.
    func commit(adding suffix: String = "") {
        let frame = frame(isDecorated: false)
        terminal.write(display.commit(frame, adding: suffix, in: terminal.size))
    }

    /// Lays the text out.
    func frame(isDecorated: Bool = true) -> Frame {
        var prompt = prompt
        // Without cursor motion nothing stands apart from the text.
        if !terminal.hasCursorMotion { prompt.right = nil }
        let buffer = current
        let layout = FrameLayout(
            columns: terminal.size.columns, prompt: prompt, folds: folds,
            suggestion: isDecorated ? suggestion(for: buffer) : nil, below: below,
            isDecorated: isDecorated)
        return layout.frame(of: buffer)
    }

    /// Prints what others left, above the text.
    func printTexts() {
        let texts = mailbox.takeTexts()
        guard !texts.isEmpty else { return }
        terminal.write(display.erase(in: terminal.size) + texts.joined())
    }

    /// Empties the screen.
    func clearScreen() {
        terminal.write(display.clear())
    }

    /// Says that a key can do nothing.
    func ringBell() {
        terminal.write("\u{07}")
    }

    /// Stops the program until the shell continues it.
    func suspend(wholeGroup: Bool) {
        erase()
        modes.suspend(wholeGroup: wholeGroup)
        display.forget()
    }

    /// Takes the terminal back from another program.
    func resume() {
        modes.enter(again: true)
        display.forget()
    }

    /// Takes the terminal back after another program ran; a Ctrl-C there was meant for that one.
    func returnFromProgram() {
        _ = mailbox.wakePipe.drain()
        if !isClosed { resume() }
    }

    /// Gives the terminal back for good.
    func close() {
        isClosed = true
        modes.close()
    }
}
