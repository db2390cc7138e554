/// The mark that opens a block of code in Markdown, and that its end must match.
struct CodeFence: Sendable {
    private let mark: Character
    private let count: Int

    /// Reads the first word of a line; `nil` if it does not open a block.
    init?(opening word: String) {
        guard let mark = word.first, mark == "`" || mark == "~" else { return nil }
        let count = word.prefix { $0 == mark }.count
        // A backtick later in the word makes it code within a line, as ```this```.
        guard count >= 3, mark == "~" || !word.dropFirst(count).contains("`") else { return nil }
        self.mark = mark
        self.count = count
    }

    /// Whether the first word of a line ends the block.
    func isClosed(by word: String) -> Bool {
        word.count >= count && word.allSatisfy { $0 == mark }
    }
}
