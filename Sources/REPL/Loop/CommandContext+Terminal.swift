extension CommandContext {
    /// Has a text edited in the person's own editor.
    ///
    /// - Throws: ``REPLError`` where there is no terminal, and what is wrong with the editor.
    func edit(_ text: String) async throws -> String {
        let edited =
            if let interrupts {
                try await interrupts.edit(text)
            } else {
                try await lines?.edit(text)
            }
        guard let edited else { throw REPLError.needsTerminal }
        return edited
    }

    /// Shows a text in the person's own pager.
    ///
    /// - Returns: Whether it was shown.
    func page(_ text: String) async throws -> Bool {
        if let interrupts { return try await interrupts.page(text) }
        return try await lines?.page(text) ?? false
    }
}
