import Chat

extension SearchQuery {
    /// The query in which plain words may have been typed wrong, or `nil` where there are none of
    /// four letters or more.
    public var near: SearchQuery? {
        guard case .words(let required, let excluded) = text else { return nil }
        let terms = required.map { term in
            guard case .word(let text) = term, NearWord(term: .near(text)) != nil else {
                return term
            }
            return .near(text)
        }
        guard terms != required else { return nil }
        var near = self
        near.text = .words(required: terms, excluded: excluded)
        return near
    }

    /// The words in what was found that are one slip away from those of this query.
    ///
    /// - Parameter found: What was found for the query.
    /// - Returns: The words in lower case, the most frequent first.
    public func nearWords(in found: [SessionHits]) -> [String] {
        guard case .words(let required, _) = text else { return [] }
        let wanted = required.compactMap(NearWord.init(term:))
        var words: [String] = []
        var counts: [String: Int] = [:]
        for message in found.lazy.flatMap(\.hits).compactMap(\.message.message) {
            for word in Self.words(of: message.content, near: wanted) {
                if counts[word] == nil { words.append(word) }
                counts[word, default: 0] += 1
            }
        }
        let places = words.indices.sorted { one, other in
            let (left, right) = (counts[words[one]] ?? 0, counts[words[other]] ?? 0)
            return (right, one) < (left, other)
        }
        return places.map { words[$0] }
    }

    private static func words(of content: String, near wanted: [NearWord]) -> [String] {
        let bytes = Array(content.utf8)
        let text = FoldedText(content)
        return text.tokens.compactMap { token in
            let spelling = text.spelling(of: token)
            guard wanted.contains(where: { $0.matches(spelling) }),
                !wanted.contains(where: { $0.isForm(spelling) })
            else { return nil }
            return String(decoding: bytes[token.source], as: UTF8.self).lowercased()
        }
    }
}

extension NearWord {
    /// The word of a term that stands for near ones, if it has one that can.
    fileprivate init?(term: SearchTerm) {
        guard case .near = term, case .words(let words) = TermPattern(term), words.count == 1,
            case .near(let word) = words[0]
        else { return nil }
        self = word
    }
}
