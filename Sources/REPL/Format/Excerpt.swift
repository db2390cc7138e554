/// The beginning of a long text.
enum Excerpt {
    /// Characters of a line of source that count as one line of the screen.
    private static let lineLength = 80

    /// Cuts a text to a number of lines, of which a long line of the text takes several.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - lines: How many lines to keep, or `nil` for all.
    /// - Returns: The beginning, and how many characters were left out.
    static func of(_ text: String, lines: Int?) -> (beginning: String, rest: Int) {
        guard let lines else { return (text, 0) }
        var room = lines * lineLength
        var end = text.startIndex
        while end < text.endIndex, room > 0 {
            room -= text[end].isNewline ? (room - 1) % lineLength + 1 : 1
            end = text.index(after: end)
        }
        let rest = text.distance(from: end, to: text.endIndex)
        return (String(text[..<end]), rest)
    }
}
