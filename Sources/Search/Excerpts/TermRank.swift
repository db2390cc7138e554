import Platform

/// How well texts answer a query: BM25 (Robertson and Zaragoza, 2009).
///
/// Words that few texts have count more, many of them count more than one but not as many times,
/// and long texts count less.
public struct TermRank: Hashable, Sendable {
    /// How soon more of the same word count less.
    private static let saturation = 1.2
    /// How much the length of a text counts.
    private static let lengthWeight = 0.75

    let weights: [Double]
    private let averageLength: Double

    /// Takes what is known of all texts.
    ///
    /// - Parameters:
    ///   - frequencies: For each term, how many texts have it.
    ///   - documents: How many texts there are.
    ///   - averageLength: How many words they have on average.
    public init(frequencies: [Int], documents: Int, averageLength: Double) {
        weights = frequencies.map { frequency in
            let have = Double(min(max(frequency, 0), documents))
            return log(1 + (Double(documents) - have + 0.5) / (have + 0.5))
        }
        self.averageLength = max(averageLength, 1)
    }

    /// How well a text answers; more is better, and nothing is below zero.
    ///
    /// - Parameters:
    ///   - occurrences: For each term, how often it is there.
    ///   - length: How many words the text has.
    /// - Returns: A score, to be compared with that of other texts for the same terms.
    public func score(occurrences: [Int], length: Int) -> Double {
        occurrences.indices.prefix(weights.count).reduce(0) { sum, term in
            sum + part(of: term, Double(occurrences[term]), length: Double(length))
        }
    }

    /// What one term adds to a score.
    func part(of term: Int, _ count: Double, length: Double) -> Double {
        guard count > 0 else { return 0 }
        let share = length / averageLength
        let penalty =
            Self.saturation * (1 - Self.lengthWeight + Self.lengthWeight * share)
        return weights[term] * count * (Self.saturation + 1) / (count + penalty)
    }
}
