import Chat
import Search

/// Completes the last word of a query.
struct SearchCompletion {
    private let before: Substring
    private let word: Substring
    private let options: [String]

    /// Takes what stands before the cursor.
    ///
    /// - Parameters:
    ///   - text: What stands there.
    ///   - options: What may stand at the beginning.
    init(_ text: String, options: [String] = ["--all", "--regex", "--substring"]) {
        self.options = options
        let start = Self.lastWord(of: text)
        before = text[..<start]
        word = text[start...]
    }

    /// Where the word begins that the cursor is behind; a space in quotes is part of it.
    private static func lastWord(of text: String) -> String.Index {
        var start = text.startIndex
        var isQuoted = false
        var mayOpen = true
        for index in text.indices {
            let character = text[index]
            if SearchQueryParser.isQuote(character), isQuoted || mayOpen { isQuoted.toggle() }
            mayOpen = character.isWhitespace || character == ":" || character == "-"
            if character.isWhitespace, !isQuoted { start = text.index(after: index) }
        }
        return start
    }

    /// What the word could be: an option at the beginning, a filter, or the value of one.
    func candidates(in context: CompletionContext) async -> [Candidate] {
        let found: [Candidate]
        if word.hasPrefix("-"), before.allSatisfy(\.isWhitespace) {
            found = beginnings(options.map { Candidate($0) })
        } else if let colon = word.firstIndex(of: ":") {
            found = await values(
                of: word[..<colon], String(word[word.index(after: colon)...]), context)
        } else {
            guard !word.isEmpty else { return [] }
            found = beginnings(
                SearchQueryParser.filters.map {
                    Candidate("\($0.key):", description: $0.example)
                })
        }
        return found.map { Candidate(before + $0.text, description: $0.description) }
    }

    /// Those that begin as the word does.
    private func beginnings(_ candidates: [Candidate]) -> [Candidate] {
        candidates.filter { $0.text.hasPrefix(word) }
    }

    private func values(
        of key: Substring, _ value: String, _ context: CompletionContext
    ) async -> [Candidate] {
        switch key {
        case "model":
            await context.models(beginningWith: value)
                .map { Candidate("model:\($0.text)", description: $0.description) }
        case "session": await names(value, context)
        default:
            beginnings(
                (SearchQueryParser.filters.first { $0.key == key }?.values ?? [])
                    .map { Candidate("\(key):\($0)") })
        }
    }

    /// The names of sessions, in quotes where they have several words or quotes are open.
    ///
    /// Ids are no names, and a name with quotes cannot be typed between quotes.
    private func names(_ value: String, _ context: CompletionContext) async -> [Candidate] {
        let isOpen = value.first.map(SearchQueryParser.isQuote) ?? false
        return await context.namedSessions(beginningWith: String(value.dropFirst(isOpen ? 1 : 0)))
            .filter { !$0.text.contains(where: SearchQueryParser.isQuote) }
            .map { session in
                let hasSpaces = session.text.contains(where: \.isWhitespace)
                let name = isOpen || hasSpaces ? "\"\(session.text)\"" : session.text
                return Candidate("session:\(name)", description: session.description)
            }
    }
}
