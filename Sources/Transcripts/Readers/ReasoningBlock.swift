/// The block in which Open WebUI keeps what a model thought, at the beginning of its reply.
enum ReasoningBlock {
    private static let start = "<details type=\"reasoning\""
    private static let end = "</details>"
    private static let entities = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"),
        ("&amp;", "&"),
    ]

    /// What was thought and what was said, where a reply begins with a whole block.
    static func split(_ reply: String) -> (thinking: String, content: String)? {
        guard reply.hasPrefix(start), let end = reply.firstRange(of: end),
            let summary = reply[..<end.lowerBound].firstRange(of: "</summary>")
        else { return nil }
        let lines = reply[summary.upperBound..<end.lowerBound]
            .split(separator: "\n", omittingEmptySubsequences: true)
        // Newer versions escape the block as a whole, marks of quotation and all.
        let isEscaped = lines.first?.hasPrefix("&gt;") == true
        let thinking = lines.map { unquoted(isEscaped ? unescaped(String($0)) : String($0)) }
        let content = reply[end.upperBound...].drop { $0.isNewline }
        return (thinking.joined(separator: "\n"), String(content))
    }

    private static func unescaped(_ line: String) -> String {
        entities.reduce(line) { $0.replacing($1.0, with: $1.1) }
    }

    private static func unquoted(_ line: String) -> String {
        guard line.hasPrefix(">") else { return line }
        return String(line.dropFirst(line.hasPrefix("> ") ? 2 : 1))
    }
}
