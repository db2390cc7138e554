extension Output {
    /// A text as it is shown, where it takes more rows than the terminal has and a pager can show
    /// it; `nil` where it is better printed.
    ///
    /// - Parameters:
    ///   - text: The text, which is cleaned.
    ///   - isReply: Whether it is shown as replies are.
    /// - Returns: The page.
    package func page(of text: String, isReply: Bool) -> String? {
        update { state in
            let traits = state.screen.traits(of: .standardOutput)
            guard traits.isCapable, let rows = traits.rows, let columns = traits.columns else {
                return nil
            }
            let form = isReply ? state.replyForm(traits: traits) : .prose
            let set = StreamedText.whole(text, as: .reply, form, traits: traits.withoutLinks)
            // The prompt takes a row, too.
            return Self.rows(of: set, columns: columns) >= rows ? set : nil
        }
    }

    /// How many rows a text takes, whose only sequences are those that colour it.
    private static func rows(of text: String, columns: Int) -> Int {
        let lines = text.hasSuffix("\n") ? text.dropLast() : text[...]
        return lines.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
            rows, line in
            rows + 1 + max(0, CellWidth.of(EscapeSequences.removed(from: line)) - 1)
                / max(1, columns)
        }
    }
}
