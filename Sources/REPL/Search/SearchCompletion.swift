import Chat
import Search

/// Completes the last word of a query.
struct SearchCompletion {
    private let before: Substring
    private let word: Substring

    /// Takes what stands before the cursor.
    init(_ text: String) {
        let start = text.lastIndex(where: \.isWhitespace).map { text.index(after: $0) }
        before = text[..<(start ?? text.startIndex)]
        word = text[(start ?? text.startIndex)...]
    }

    /// What the word could be: an option at the beginning, a filter, or the value of one.
    func candidates(in context: CompletionContext) async -> [Candidate] {
        let found: [Candidate]
        if word.hasPrefix("-"), before.allSatisfy(\.isWhitespace) {
            found = ["--all", "--regex", "--substring"].map { Candidate($0) }
        } else if let colon = word.firstIndex(of: ":") {
            found = await values(
                of: word[..<colon], String(word[word.index(after: colon)...]), context)
        } else {
            guard !word.isEmpty else { return [] }
            found = SearchQueryParser.filters.map {
                Candidate("\($0.key):", description: $0.example)
            }
        }
        return found.filter { $0.text.hasPrefix(word) }
            .map { Candidate(before + $0.text, description: $0.description) }
    }

    private func values(
        of key: Substring, _ value: String, _ context: CompletionContext
    ) async -> [Candidate] {
        switch key {
        case "model":
            await context.models(beginningWith: value)
                .map { Candidate("model:\($0.text)", description: $0.description) }
        case "session":
            await context.sessions(beginningWith: value).map { session in
                let isOneWord = !session.text.contains(where: \.isWhitespace)
                return Candidate(
                    "session:" + (isOneWord ? session.text : "\"\(session.text)\""),
                    description: session.description)
            }
        default:
            (SearchQueryParser.filters.first { $0.key == key }?.values ?? [])
                .map { Candidate("\(key):\($0)") }
        }
    }
}
