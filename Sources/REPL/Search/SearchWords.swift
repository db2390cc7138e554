import Search

/// The words of a query as a shell gives them.
enum SearchWords {
    /// The line that a person would have typed at the prompt.
    ///
    /// The shell takes quotes away: `"two words"` is one word with a space, and a phrase again.
    static func line(of words: [String]) -> String {
        words.map { word in
            guard word.contains(where: \.isWhitespace), !word.contains("\"") else { return word }
            guard let colon = word.firstIndex(of: ":"),
                SearchQueryParser.filters.contains(where: { $0.key == word[..<colon].lowercased() })
            else { return "\"\(word)\"" }
            return "\(word[...colon])\"\(word[word.index(after: colon)...])\""
        }.joined(separator: " ")
    }
}
