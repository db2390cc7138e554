/// Splits a line whose end is one text, taken as it is.
enum FreeText {
    /// Leading options as words, and the rest of the line as the one word that it is.
    static func split(_ line: String, behind options: Set<String>) -> [String] {
        split(line) { options.contains($0) }
    }

    /// Words of a kind that the line begins with, and the rest of it as one.
    static func split(_ line: String, behind isLeading: (String) -> Bool) -> [String] {
        var arguments: [String] = []
        var rest = line[...]
        while let word = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace).first,
            isLeading(String(word))
        {
            arguments.append(String(word))
            rest = rest.dropFirst(word.count).drop(while: \.isWhitespace)
        }
        return rest.isEmpty ? arguments : arguments + ["--", String(rest)]
    }
}
