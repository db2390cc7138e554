extension CellWidth {
    /// A text cut to a number of cells, with a mark at the end where something was cut.
    package static func truncated(_ text: String, to width: Int, mark: String = "…") -> String {
        guard of(text) > width else { return text }
        let room = width - of(mark)
        guard room >= 0 else { return String(repeating: " ", count: max(0, width)) }
        var kept = ""
        var used = 0
        for character in text {
            let next = used + of(character)
            guard next <= room else { break }
            kept.append(character)
            used = next
        }
        return kept + mark
    }

    /// A text with spaces after it, so that it takes at least a number of cells.
    package static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }
}
