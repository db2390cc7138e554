extension TermRank {
    /// What is taken for the usual number of words where not everything is read.
    private static let typicalLength = 100.0

    /// The rank where nobody knows how rare terms are.
    package static func even(terms count: Int) -> TermRank {
        TermRank(
            frequencies: Array(repeating: 0, count: count), documents: 1,
            averageLength: typicalLength)
    }

    /// How well a text answers in which the terms were found.
    package func score(of match: MessageMatch) -> Double {
        score(occurrences: match.occurrences, length: match.words)
    }
}
