extension EditorEngine {
    /// A longer text is no beginning of an earlier line any more, and looking would take its time.
    private static let longestSuggested = 1_000

    /// What would follow the text, as an earlier line has it; shown faintly behind the cursor.
    func suggestion(for buffer: EditBuffer) -> String? {
        guard terminal.hasCursorMotion, !prompt.isQuestion, search == nil, outcome == nil
        else { return nil }
        guard buffer.cursor == buffer.scalars.count, !buffer.beginsWithPaste,
            buffer.scalars.count <= Self.longestSuggested
        else { return nil }
        return history.suggestion(for: String(buffer.scalars))
    }

    /// Takes over what is suggested.
    ///
    /// - Returns: Whether there was something.
    func takeSuggestion() -> Bool {
        guard let suggestion = suggestion(for: current) else { return false }
        insert(Array(suggestion.unicodeScalars))
        return true
    }
}
