extension EditorEngine {
    /// Reads a line; see ``LineEditor/readLine(_:)``.
    func readLine(_ prompt: LinePrompt) throws -> LineReading {
        guard !isClosed else { throw LineEditingError.closed }
        try Task.checkCancellation()
        begin(prompt)
        mailbox.begin()
        defer { mailbox.end() }
        modes.enter()
        if !modes.isInBackground { keyboard.beginRead() }
        let isTaken = handle.readLine()
        printTexts()
        switch outcome ?? .reading(isTaken ? libeditLine : .endOfInput) {
        case .reading(let reading):
            leave(reading)
            return reading
        case .cancelled:
            erase()
            throw CancellationError()
        }
    }

    /// Watches the keys; see ``LineEditor/watchKeys(onInterrupt:onLines:)``.
    func watchKeys(onInterrupt: () -> Void, onLines: ([String]) -> Void) {
        modes.enter()
        var lines: [String] = []
        while !Task.isCancelled, !isClosed {
            while let key = keyboard.nextNewKey() { watch(key, onInterrupt: onInterrupt) }
            let now = keyboard.linesAhead
            if now != lines { onLines(now) }
            lines = now
            switch keyboard.wait(isInBackground: modes.isInBackground) {
            case .input: break
            case .woken(let reasons): reasons.forEach { watch($0, onInterrupt: onInterrupt) }
            case .hungUp: return
            }
            if modes.isInBackground { modes.enter() }
        }
    }

    /// Gives libedit the next code: one that is owed, or that of the next key.
    ///
    /// - Returns: `nil` when the read is over.
    func nextCode() -> Int32? {
        if let initial {
            handle.replace(initial.scalars, cursor: initial.cursor)
            last = initial
            self.initial = nil
        }
        while outcome == nil {
            if let code = codes.popFirst() {
                lastCode = code
                return code
            }
            settle()
            if Task.isCancelled {
                if !prompt.isQuestion { kept = current }
                outcome = .cancelled
            } else if let key = keyboard.nextKey() {
                take(key)
            } else {
                draw()
                waitForKey()
            }
        }
        return nil
    }

    /// The line as it is told to the caller.
    var submission: LineReading {
        .line(folds.expand(handle.content.scalars), isPasted: beginsWithPaste)
    }

    /// The line after a command of libedit's own, which leaves the newline of Enter in it.
    private var libeditLine: LineReading {
        var buffer = current
        if buffer.scalars.last == "\n" { buffer.scalars.removeLast() }
        replace(buffer)
        return submission
    }

    private func begin(_ prompt: LinePrompt) {
        self.prompt = prompt
        if !prompt.initialText.isEmpty {
            initial = EditBuffer(folds.fold(prompt.initialText))
        } else if !prompt.isQuestion {
            initial = kept
            kept = nil
        }
        if initial == nil, kept == nil { folds = PasteFolds() }
        outcome = nil
        codes = []
        below = []
        search = nil
        undo = UndoStack()
        last = EditBuffer()
        beginsWithPaste = initial?.beginsWithPaste ?? false
        history.leave()
    }

    /// Leaves what stays of a read in the scrollback: a line, and a question in any case.
    private func leave(_ reading: LineReading) {
        switch reading {
        case .line: commit()
        case .interrupted where prompt.isQuestion: commit(adding: "^C")
        case .endOfInput where prompt.isQuestion: commit()
        case .interrupted, .endOfInput, .edit: erase()
        }
    }

    private func waitForKey() {
        switch keyboard.wait(isInBackground: modes.isInBackground) {
        case .input: break
        case .woken(let reasons): reasons.forEach(wake)
        case .hungUp: outcome = .reading(.endOfInput)
        }
        if modes.isInBackground { modes.enter() }
    }

    private func wake(_ reason: WakeReason) {
        switch reason {
        case .interrupted: take(.special(.interrupt))
        case .suspended: suspend(wholeGroup: false)
        case .continued: resume()
        case .changed:
            prompt.text = prompt.currentText?() ?? prompt.text
            printTexts()
        }
    }

    private func watch(_ key: Key, onInterrupt: () -> Void) {
        switch key {
        case .interrupt:
            keyboard.interrupt()
            onInterrupt()
        case .scalar("\u{1A}"): modes.suspend(wholeGroup: true)
        default: keyboard.keep(key)
        }
    }

    private func watch(_ reason: WakeReason, onInterrupt: () -> Void) {
        switch reason {
        case .interrupted:
            keyboard.interrupt()
            onInterrupt()
        case .suspended: modes.suspend(wholeGroup: false)
        case .continued: modes.enter(again: true)
        case .changed: break
        }
    }
}

extension SpecialKey {
    /// The code that libedit's key map knows.
    var code: Int32 { Int32(rawValue) }
}
