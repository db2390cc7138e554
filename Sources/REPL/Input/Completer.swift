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
        guard text.hasPrefix("/"), !text.contains("\n") else { return ([], 0) }
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
}
