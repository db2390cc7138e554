extension EditorEngine {
    /// Begins to search the history.
    func beginSearch() {
        guard !prompt.isQuestion else { return ringBell() }
        search = HistorySearch(in: history.entries, from: current)
        showSearch()
    }

    /// Takes a key for the search that is on.
    ///
    /// - Returns: Whether it was one; any other key ends the search and does what it always does.
    func takeForSearch(_ key: Key) -> Bool {
        switch key {
        case .scalar("\u{12}"): search?.look(.older)
        case .scalar("\u{13}"): search?.look(.newer)
        case .scalar("\u{08}"), .scalar("\u{7F}"): search?.removeLast()
        case .scalar("\u{07}"), .interrupt:
            cancelSearch()
            return true
        case .scalar(let scalar) where scalar.value >= 0x20: search?.append(scalar)
        case .special(.nothing): break
        default:
            endSearch()
            return key == .special(.escape)
        }
        showSearch()
        return true
    }

    /// Ends the search, and keeps what was found.
    private func endSearch() {
        if let search, last != search.original { undo.record(search.original, before: last) }
        search = nil
    }

    private func cancelSearch() {
        if let search { show(search.original) }
        search = nil
    }

    private func showSearch() {
        guard let search else { return }
        if let entry = search.found {
            show(EditBuffer(folds.fold(entry.text), beginsWithPaste: entry.isPasted))
        } else {
            show(search.original)
        }
        let failure = search.isFailed ? " (not found)" : ""
        below = ["search: \(search.pattern)\(failure)"]
    }

    private func show(_ buffer: EditBuffer) {
        replace(buffer)
        last = current
    }
}
