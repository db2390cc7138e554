extension EditorEngine {
    /// Submits the text; after a backslash at its end, inserts a newline instead.
    func enter() {
        var buffer = current
        if !prompt.isQuestion, buffer.cursor == buffer.scalars.count, buffer.scalars.last == "\\" {
            buffer.replaceBeforeCursor(characters: 1, with: "\n")
            replace(buffer)
        } else {
            outcome = .reading(submission)
        }
    }

    /// Inserts a newline; the answer to a question has none, and is submitted.
    func insertNewline() {
        if prompt.isQuestion { enter() } else { insert(["\n"]) }
    }

    /// Inserts text at the cursor.
    func insert(_ scalars: [Unicode.Scalar]) {
        var buffer = current
        buffer.insert(scalars)
        guard EditorHandle.isBearable(buffer.scalars) else { return ringBell() }
        replace(buffer)
    }

    /// Inserts the paste that waits, as one fold if it is large.
    func insertPaste() {
        var text = PastedText.clean(paste)
        paste = []
        if prompt.isQuestion { text = text.split(separator: "\n").joined(separator: " ") }
        var buffer = current
        let isInFront = buffer.scalars[..<buffer.cursor].allSatisfy(\.properties.isWhitespace)
        buffer.insert(folds.fold(text))
        guard !text.isEmpty, EditorHandle.isBearable(buffer.scalars) else { return ringBell() }
        if isInFront { buffer.beginsWithPaste = true }
        change(to: buffer)
    }

    /// Deletes the character before the cursor.
    func deleteBackward() {
        let buffer = current
        delete(buffer.characterStart..<buffer.cursor)
    }

    /// Deletes the character after the cursor.
    func deleteForward() {
        let buffer = current
        delete(buffer.cursor..<buffer.characterEnd)
    }

    /// Ends the input at a question or if there is no text, and deletes if there is.
    func endOrDelete() {
        guard !prompt.isQuestion, !current.isEmpty else { return outcome = .reading(.endOfInput) }
        deleteForward()
    }

    /// Clears the text, and leaves it in the scrollback; without one and at a question,
    /// interrupts.
    func interrupt() {
        guard !prompt.isQuestion, !current.isEmpty else { return outcome = .reading(.interrupted) }
        printTexts()
        commit(adding: "^C")
        replace(EditBuffer())
        history.leave()
    }

    /// Kills up to the end of the line, or its newline there, by libedit's own commands.
    func killLine() {
        let buffer = current
        guard buffer.cursor < buffer.scalars.count else { return ringBell() }
        kill(through: buffer.cursor < buffer.lineEnd ? .end : .right)
    }

    /// vi's D and C: in the last line by libedit's own command, which takes the lines below too.
    func killRest(_ command: SpecialKey) {
        let buffer = current
        guard buffer.lineEnd < buffer.scalars.count else { return codes = [command.code] + codes }
        if command == .changeRest { codes = [Int32(UInt8(ascii: "i"))] + codes }
        if buffer.cursor < buffer.lineEnd { kill(through: .end) }
    }

    /// Does vi's last change again, by libedit's own command.
    ///
    /// Only for the key: libedit types the change anew, and a `.` in what it types would make it
    /// do so for ever.
    func repeatChange() {
        guard lastCode == Int32(UInt8(ascii: ".")) else { return ringBell() }
        codes = [SpecialKey.repeatChange.code] + codes
    }

    /// Goes back to the text before the last change.
    func undoChange() {
        go(to: undo.undo(from: current))
    }

    /// Goes on to the text that was left last.
    func redoChange() {
        go(to: undo.redo(from: current))
    }

    /// Puts the text of a folded paste into the line: of the one before the cursor, or the first.
    func unfoldPaste() {
        var buffer = current
        let folded = buffer.scalars.indices.filter { folds.text(of: buffer.scalars[$0]) != nil }
        guard let place = folded.last(where: { $0 < buffer.cursor }) ?? folded.first,
            let text = folds.text(of: buffer.scalars[place])
        else { return ringBell() }
        buffer.scalars.replaceSubrange(place...place, with: text.unicodeScalars)
        buffer.cursor = place + text.unicodeScalars.count
        guard EditorHandle.isBearable(buffer.scalars) else { return ringBell() }
        change(to: buffer)
    }

    /// Hands the text to an editor of the person's own.
    func editElsewhere() {
        guard !prompt.isQuestion else { return ringBell() }
        outcome = .reading(.edit(folds.expand(handle.content.scalars)))
    }

    /// Shows another state of the text, where there is one, which is no change by itself.
    private func go(to state: EditBuffer?) {
        guard let state else { return ringBell() }
        replace(state)
        last = state
    }

    private func kill(through key: SpecialKey) {
        codes = [SpecialKey.setMark.code, key.code, SpecialKey.killToMark.code] + codes
    }

    private func delete(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        var buffer = current
        buffer.scalars.removeSubrange(range)
        buffer.cursor = range.lowerBound
        replace(buffer)
    }
}
