/// A text in a fenced block of Markdown.
enum FencedText {
    /// Puts a text between fences that are longer than any in it.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - path: Where it comes from: its name stands above, and its ending behind the fence.
    /// - Returns: The block, without a newline behind it.
    static func of(_ text: String, from path: String? = nil) -> String {
        let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
        let name = path?.split(separator: "/").last.map { String($0).onOneLine }
        let title = name.map { "\($0):\n" } ?? ""
        let end = text.hasSuffix("\n") ? "" : "\n"
        return "\(title)\(fence)\(ending(of: name))\n\(text)\(end)\(fence)"
    }

    private static func ending(of name: String?) -> String {
        guard let parts = name?.split(separator: ".", omittingEmptySubsequences: false),
            parts.count > 1, let last = parts.last,
            last.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { return "" }
        return last.lowercased()
    }

    private static func longestRun(in text: String) -> Int {
        var (longest, run) = (0, 0)
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
