/// The mark that opens a block of code in Markdown, and that its end must match.
package struct CodeFence: Hashable, Sendable {
    private let mark: UInt8
    private let count: Int
    /// What stands behind the mark: the language, and what else is said of the block.
    package let info: String

    /// Reads a line without the blanks before it; `nil` if it does not open a block.
    package init?(opening line: some BidirectionalCollection<UInt8>) {
        guard let mark = line.first, mark == ASCII.backtick || mark == ASCII.tilde else {
            return nil
        }
        let rest = line.drop { $0 == mark }
        let count = line.distance(from: line.startIndex, to: rest.startIndex)
        // A backtick later in the line makes it code within a line, as ```this```.
        guard count >= 3, mark == ASCII.tilde || !rest.contains(mark) else { return nil }
        self.mark = mark
        self.count = count
        let start = rest.drop(while: ASCII.isBlank)
        let end = start.lastIndex { !ASCII.isBlank($0) }
        info = end.map { String(decoding: start[...$0], as: UTF8.self) } ?? ""
    }

    /// The name of the language, as `swift` of `swift title="x"`.
    package var language: String {
        String(info.prefix { !$0.isWhitespace && $0 != "{" && $0 != "," })
    }

    /// Whether a line without the blanks before it ends the block.
    package func isClosed(by line: some Collection<UInt8>) -> Bool {
        couldClose(line) && line.prefix { $0 == mark }.count >= count
    }

    /// Whether a line may still become one that ends the block.
    func couldClose(_ line: some Collection<UInt8>) -> Bool {
        line.drop { $0 == mark }.allSatisfy(ASCII.isBlank)
    }
}
