extension TermRank {
    /// What is taken for the usual number of words where not everything is read.
    private static let typicalLength = 100.0

    /// The score of a match where nobody knows how rare its terms are.
    package static func even(_ match: MessageMatch, terms: Int) -> Double {
        let rank = TermRank(
            frequencies: Array(repeating: 0, count: terms), documents: 1,
            averageLength: typicalLength)
        return rank.score(occurrences: match.occurrences, length: match.words)
    }
}
