/// Completes commands and their arguments.
package struct Completer: Sendable {
    private let context: CompletionContext

    /// Makes a completer.
    package init(_ context: CompletionContext) {
        self.context = context
    }

    /// What could be completed before the cursor.
    ///
    /// - Parameter text: The line up to the cursor.
    /// - Returns: The candidates, and how many characters before the cursor they take the place of.
    package func complete(_ text: String) async -> (candidates: [Candidate], replacing: Int) {
        guard text.hasPrefix("/"), !text.contains("\n") else { return mentions(at: text) }
        guard let space = text.firstIndex(where: \.isWhitespace) else {
            let wanted = text.dropFirst()
            let commands = CommandRegistry.all.filter { $0.name.hasPrefix(wanted) }
            return (
                commands.map { Candidate("/\($0.name)", description: $0.summary) }, text.count
            )
        }
        guard let command = CommandRegistry.command(named: text[..<space].dropFirst()) else {
            return ([], 0)
        }
        let argument = String(text[space...].drop(while: \.isWhitespace))
        return (await command.completions(of: argument, in: context), argument.count)
    }

    /// The files that a word at the end could name which begins with `@`.
    private func mentions(at text: String) -> (candidates: [Candidate], replacing: Int) {
        guard let mark = text.lastIndex(of: "@"), !text[mark...].contains(where: \.isNewline),
            FileMention.begins(behind: text[..<mark].last)
        else { return ([], 0) }
        let isQuoted = text[mark...].hasPrefix("@\"")
        let typed = text[mark...].dropFirst(isQuoted ? 2 : 1)
        guard isQuoted ? !typed.contains("\"") : !typed.contains(where: \.isWhitespace) else {
            return ([], 0)
        }
        let candidates = context.paths(beginningWith: String(typed)).map { candidate in
            let path = candidate.text
            let needsQuotes = isQuoted || path.contains(where: \.isWhitespace)
            // A folder is gone on with, so its quotes stay open.
            let end = needsQuotes && !path.hasSuffix("/") ? "\"" : ""
            return Candidate(needsQuotes ? "@\"\(path)\(end)" : "@\(path)")
        }
        return (candidates, text[mark...].count)
    }
}
