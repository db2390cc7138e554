import Chat

/// A question that messages are to be like, and the filters that stand in it.
package struct RecallQuery: Hashable, Sendable {
    /// The question without the filters.
    package let question: String
    /// The filters, and the words of the question.
    package let query: SearchQuery

    /// Reads a line; filters are those of ``SearchQueryParser``.
    ///
    /// - Throws: ``SearchQueryError`` for a line without a question, and for a wrong filter.
    package init(
        _ line: String, with parser: SearchQueryParser
    ) throws(SearchQueryError) {
        var query = try parser.parse(line)
        query.order = .best
        self.query = query
        question = QueryPiece.pieces(of: line).filter { $0.key == nil && !$0.isExcluded }
            .map(\.text).joined(separator: " ")
        guard question.contains(where: { !$0.isWhitespace }) else { throw .empty }
    }
}

extension MessageMatch {
    /// A match that tells no places but the passage, until these are looked for.
    package static func of(passage: Int) -> MessageMatch {
        MessageMatch(occurrences: [passage], words: 0, found: [])
    }
}

extension SearchHit {
    /// A hit that is like a question with what there is to show of it: words of the question, else
    /// the beginning of its best passage.
    ///
    /// - Parameter text: The words of the question.
    /// - Returns: The hit with its places.
    package func showing(_ text: SearchQuery.Text) -> SearchHit {
        let content = message.message?.content ?? ""
        let passages = Passages.of(content)
        let part = match.occurrences.first.flatMap {
            passages.indices.contains($0) ? passages[$0] : nil
        }
        let range = part.map { $0.start..<$0.start + $0.text.utf8.count } ?? 0..<content.utf8.count
        var found: [MessageMatch.Hit] = []
        for (number, term) in text.terms.enumerated() {
            let matcher = try? TextMatcher(term.text)
            for hit in matcher?.match(content)?.hits ?? []
            where range.contains(hit.range.lowerBound) {
                found.append(MessageMatch.Hit(range: hit.range, term: number))
            }
        }
        if found.isEmpty, let part, part.start > 0 {
            let word = part.text.prefix { !$0.isWhitespace }.utf8.count
            found = [MessageMatch.Hit(range: part.start..<part.start + word, term: 0)]
        }
        return SearchHit(
            message: message, index: index,
            match: MessageMatch(occurrences: [], words: 0, found: found), score: score)
    }
}
