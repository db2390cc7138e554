extension EditorEngine {
    /// Goes one character to the left.
    func moveLeft() { handle.move(to: current.characterStart) }

    /// Goes one character to the right; at the end of the text, takes over what is suggested.
    func moveRight() { if !takeSuggestion() { handle.move(to: current.characterEnd) } }

    /// Goes to the start of the line.
    func moveHome() { handle.move(to: current.lineStart) }

    /// Goes to the end of the line; at the end of the text, takes over what is suggested.
    func moveEnd() { if !takeSuggestion() { handle.move(to: current.lineEnd) } }

    /// Goes one row up, and from the first one back in the history.
    func moveUp() {
        if !moveInside(by: -1) { recall { $0.goBack(from: current) } }
    }

    /// Goes one row down, and from the last one on in the history.
    func moveDown() {
        if !moveInside(by: 1) { recall { $0.goForward() } }
    }

    /// Adds a line to the history, and to its file unless it seems to hold a secret.
    ///
    /// - Returns: What went wrong with the file, once.
    func addToHistory(_ entry: HistoryEntry) -> LineEditingError? {
        guard history.add(entry) else { return nil }
        addToSearches(entry)
        return LikelySecret.isIn(entry.text) ? nil : historyFile?.append(entry)
    }

    /// Adds a line to what libedit's own commands find, which know nothing of pastes.
    func addToSearches(_ entry: HistoryEntry) {
        if !entry.isPasted { handle.addToHistory(entry.text) }
    }

    private func moveInside(by rows: Int) -> Bool {
        let (buffer, frame) = (current, frame(isDecorated: false))
        let column = goal?.cursor == buffer.cursor ? goal?.column : nil
        let wanted = column ?? frame.cursor.column
        guard
            let target = frame.scalar(inRow: frame.cursor.row + rows, nearColumn: wanted)
        else { return false }
        handle.move(to: target)
        goal = (target, wanted)
        return true
    }

    private func recall(_ step: (inout HistoryList) -> HistoryList.Step?) {
        switch prompt.isQuestion ? nil : step(&history) {
        case .entry(let entry):
            change(to: EditBuffer(folds.fold(entry.text), beginsWithPaste: entry.isPasted))
        case .draft(let draft): change(to: draft)
        case nil: ringBell()
        }
    }
}
