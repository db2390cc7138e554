/// What a wrapper remembers of the line of the source that it is in.
struct SourceLine: Sendable {
    private var words = 0
    private var isList = false
    private var indentation = ""

    /// Whether the word that has begun is the first of the line.
    var isAtFirstWord: Bool { words == 0 }

    /// Whether the word that begins may decide how the lines are indented that follow.
    var isAboutToIndent: Bool { words == 0 || words == 1 && isList }

    /// Notes the white space before a word, and the column where the word begins.
    mutating func beginWord(after gap: String, at column: Int) {
        if words == 0 {
            indentation = gap
        } else if words == 1, isList {
            indentation = String(repeating: " ", count: column)
        }
    }

    /// Notes a word that is complete.
    mutating func endWord(_ word: String) {
        if words == 0 { isList = Self.isListMark(word) }
        words += 1
    }

    /// What the lines begin with that this one goes on with; nothing where it would take too much.
    func indentation(within width: Int) -> String {
        indentation.utf8.contains(0x09) || indentation.utf8.count * 2 > width ? "" : indentation
    }

    private static func isListMark(_ word: String) -> Bool {
        if ["-", "*", "+", "•"].contains(word) { return true }
        guard word.hasSuffix(".") || word.hasSuffix(")") else { return false }
        let number = word.utf8.dropLast()
        return (1...3).contains(number.count) && number.allSatisfy { (0x30...0x39).contains($0) }
    }
}
