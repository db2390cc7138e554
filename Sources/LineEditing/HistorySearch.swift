/// A search through earlier lines, whose pattern is being typed.
struct HistorySearch: Sendable {
    /// Where to look next.
    enum Direction: Int, Sendable {
        /// At older lines.
        case older = -1
        /// At newer lines.
        case newer = 1
    }

    /// The line that was being typed before.
    let original: EditBuffer
    /// What is looked for; upper and lower case differ.
    private(set) var pattern = ""
    /// Whether no line has the pattern.
    private(set) var isFailed = false

    private let entries: [HistoryEntry]
    private var position: Int

    /// Begins a search behind the newest line.
    init(in entries: [HistoryEntry], from original: EditBuffer) {
        self.entries = entries
        self.original = original
        position = entries.count
    }

    /// The line that was found last, or `nil` before there is one.
    var found: HistoryEntry? { position < entries.count ? entries[position] : nil }

    /// Adds to the pattern, and looks from the line that was found on.
    mutating func append(_ scalar: Unicode.Scalar) {
        pattern.unicodeScalars.append(scalar)
        look(.older, from: position)
    }

    /// Takes the last character of the pattern away, and looks from the newest line on.
    mutating func removeLast() {
        _ = pattern.popLast()
        position = entries.count
        look(.older, from: position)
    }

    /// Looks for another line.
    mutating func look(_ direction: Direction) {
        look(direction, from: position + direction.rawValue)
    }

    private mutating func look(_ direction: Direction, from start: Int) {
        isFailed = false
        guard !pattern.isEmpty else { return }
        // A look that began at the line found stays there as long as it has the pattern.
        let shown = start == position ? nil : found?.text
        var index = start
        while index >= 0, index <= entries.count {
            if index < entries.count, entries[index].text != shown,
                Unix.contains(entries[index].text, pattern)
            {
                return position = index
            }
            index += direction.rawValue
        }
        isFailed = true
    }
}
