extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// What stands between the quotes around the text, or `nil` where there are none.
    var unquoted: String? {
        guard count > 2, let quote = first, quote == last, "\"'“”".contains(quote) else {
            return nil
        }
        return String(dropFirst().dropLast())
    }

    /// The text with every run of white space, line ends included, as one space.
    var onOneLine: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
