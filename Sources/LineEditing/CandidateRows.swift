import Terminal

/// Lists completions as rows: one a row with its description, or in columns without.
enum CandidateRows {
    /// Makes the rows.
    ///
    /// - Parameters:
    ///   - candidates: What is listed.
    ///   - size: The screen; the list takes half of it at most.
    /// - Returns: The rows, as plain text.
    static func make(_ candidates: [Completion], in size: TerminalSize) -> [String] {
        let candidates = candidates.map {
            Completion(
                Sanitizer.cleanLine($0.replacement),
                description: Sanitizer.cleanLine($0.description))
        }
        let widest = candidates.map { CellWidth.of($0.replacement) }.max() ?? 0
        let isDescribed = candidates.contains { !$0.description.isEmpty }
        let perRow = isDescribed ? 1 : max(1, (size.columns - 1) / (widest + 2))
        let cells = candidates.map { candidate in
            let gap = widest + 2 - CellWidth.of(candidate.replacement)
            return candidate.replacement + String(repeating: " ", count: gap)
                + candidate.description
        }
        var rows = stride(from: 0, to: cells.count, by: perRow).map { start in
            cells[start..<min(start + perRow, cells.count)].joined()
        }
        let most = max(2, size.rows / 2)
        if rows.count > most {
            let hidden = candidates.count - (most - 1) * perRow
            rows = rows.prefix(most - 1) + ["… and \(hidden) more"]
        }
        return rows
    }
}
