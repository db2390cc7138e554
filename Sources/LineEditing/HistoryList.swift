/// Earlier lines, and the place among them while Up and Down are pressed.
struct HistoryList: Sendable {
    private static let most = HistoryLimits().entries

    /// The lines, oldest first.
    private(set) var entries: [HistoryEntry]
    private var position: Int
    private var draft = EditBuffer()

    /// What a step leads to.
    enum Step: Equatable, Sendable {
        /// An earlier line.
        case entry(HistoryEntry)
        /// The line that was being typed.
        case draft(EditBuffer)
    }

    /// Makes a list of lines, oldest first.
    init(_ entries: [HistoryEntry] = []) {
        self.entries = entries.suffix(Self.most)
        position = self.entries.count
    }

    /// Adds a line, unless it is empty, the newest already, or private: begins with a space.
    ///
    /// - Returns: Whether it was added.
    mutating func add(_ entry: HistoryEntry) -> Bool {
        defer { leave() }
        guard !entry.text.isEmpty, !entry.text.hasPrefix(" "), entries.last != entry
        else { return false }
        entries.append(entry)
        if entries.count > Self.most { entries.removeFirst() }
        return true
    }

    /// What would follow a text in the newest line that begins with it.
    ///
    /// It ends with the row, and before what is not shown as it is. Nothing is suggested of what
    /// was pasted.
    func suggestion(for text: String) -> String? {
        guard !text.isEmpty else { return nil }
        let count = text.utf8.count
        let found = entries.last { entry in
            !entry.isPasted && entry.text.utf8.count > count
                && entry.text.utf8.starts(with: text.utf8)
        }
        guard let line = found?.text else { return nil }
        let rest = line.utf8.dropFirst(count)
        let row = Substring(rest).unicodeScalars.prefix(while: \.isShownAsItIs)
        return row.isEmpty ? nil : String(row)
    }

    /// Forgets the place among the lines, and the draft.
    mutating func leave() {
        position = entries.count
        draft = EditBuffer()
    }

    /// Goes to the line before; the draft is kept when the first step leaves it.
    mutating func goBack(from current: EditBuffer) -> Step? {
        guard position > 0 else { return nil }
        if position == entries.count { draft = current }
        position -= 1
        return .entry(entries[position])
    }

    /// Goes to the line after, and from the newest to the draft.
    mutating func goForward() -> Step? {
        guard position < entries.count else { return nil }
        position += 1
        return position == entries.count ? .draft(draft) : .entry(entries[position])
    }
}
