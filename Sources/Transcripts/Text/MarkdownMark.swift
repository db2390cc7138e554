import Chat

/// The lines by which our Markdown is read back, and the marks that keep contents from being taken
/// for them.
///
/// A line of a content that could be one of them gets a backslash in front. So does one that
/// already begins with backslashes before such a line, so that taking one away always gives back
/// what was written.
enum MarkdownMark {
    /// The line of the front matter that tells our Markdown from others'.
    static let version = "ollama-chat: 1"
    /// The line around the front matter.
    static let rule = "---"
    /// What goes before the part of a message that its heading cannot say.
    static let recordStart = "<!-- ollama-chat "
    /// What ends it.
    static let recordEnd = " -->"
    /// The line before what a model thought.
    static let thinkingStart = "<details><summary>Thinking</summary>"
    /// The line behind it.
    static let thinkingEnd = "</details>"
    /// What goes before the heading of a message or a shelf.
    static let headingStart = "## "
    /// The word that the heading of a shelf begins with.
    static let shelf = "Shelf"
    /// What stands between the parts of a heading.
    static let separator = " · "

    private static let reserved = [
        recordStart, thinkingStart, thinkingEnd, "ollama-chat: ",
    ].map { Array($0.utf8) }

    /// Whether a line, without the backslashes before it, could be one of ours.
    static func isReserved(_ line: some Collection<UInt8>) -> Bool {
        let bare = line.drop { $0 == UInt8(ascii: "\\") }
        return isHeading(bare) || reserved.contains { bare.starts(with: $0) }
    }

    /// Whether a line begins like the heading of a message or of a shelf; headings of contents
    /// hardly ever do.
    static func isHeading(_ line: some Collection<UInt8>) -> Bool {
        guard line.starts(with: headingStart.utf8) else { return false }
        let rest = line.dropFirst(headingStart.utf8.count)
        let word = rest.prefix { $0 != UInt8(ascii: " ") }
        let isNumber = word.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !word.isEmpty, isNumber || word.elementsEqual(shelf.utf8) else { return false }
        return rest.dropFirst(word.count).starts(with: separator.utf8)
    }

    /// A text with marks before its lines where they need one, and a line break at its end.
    static func marked(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        {
            if isReserved(line) { bytes.append(UInt8(ascii: "\\")) }
            bytes += line
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// A line without its mark.
    static func unmarked(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.first == UInt8(ascii: "\\") && isReserved(line) ? line.dropFirst() : line
    }
}
