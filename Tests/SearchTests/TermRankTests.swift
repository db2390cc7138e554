import Search
import Testing

@Suite struct TermRankTests {
    private let rank = TermRank(frequencies: [1, 50], documents: 100, averageLength: 20)

    @Test func `A rare word counts more than a frequent one`() {
        #expect(
            rank.score(occurrences: [1, 0], length: 20)
                > rank.score(occurrences: [0, 1], length: 20))
    }

    @Test func `More of a word counts more, but not as many times`() {
        let scores = [0, 1, 2, 3].map { rank.score(occurrences: [$0, 0], length: 20) }
        #expect(scores[0] == 0)
        #expect(scores[1] < scores[2])
        #expect(scores[2] - scores[1] > scores[3] - scores[2])
    }

    @Test func `A short text counts more than a long one`() {
        #expect(
            rank.score(occurrences: [1, 1], length: 5)
                > rank.score(occurrences: [1, 1], length: 50))
    }

    @Test func `The figures are those of the formula`() {
        // ln(1 + 99.5 / 1.5) · 2 · 2.2 / (2 + 1.2 · (0.25 + 0.75 · 10 / 20))
        let score = rank.score(occurrences: [2, 0], length: 10)
        #expect(abs(score - 6.7355) < 0.001)
    }

    @Test func `Numbers that cannot be give a score all the same`() {
        let odd = TermRank(frequencies: [-1, 500], documents: 0, averageLength: 0)
        #expect(odd.score(occurrences: [1, 1], length: 0).isFinite)
        #expect(odd.score(occurrences: [], length: 0) == 0)
    }
}
