import Platform
import TestSupport

/// Makes text that looks like what people and models say: a Zipf vocabulary made of real English
/// words, the same for the same seed.
struct ChatText {
    /// How many different words there are.
    static let vocabulary = 300_000

    /// The words of a message of a kind, by its median.
    private static let lengths = 20...300

    private static let prefixes = [
        "", "un", "re", "over", "out", "mis", "pre", "non", "inter", "under", "sub", "anti",
    ]
    private static let suffixes = [
        "", "s", "ed", "ing", "er", "ly", "ness", "able", "ment", "less", "ful", "ation", "ity",
        "ive", "ish",
    ]
    private static let ends = [".", ".", ".", "?", ":\n\n", "!", ".\n"]

    private var generator: SeededGenerator
    /// Where each word's share of the text ends, out of all.
    private let shares: [Double]

    /// Makes a generator.
    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        var sum = 0.0
        shares = (1...Self.vocabulary).map { rank in
            sum += 1 / Double(rank)
            return sum
        }
    }

    /// The word of a rank, the most frequent one first.
    static func word(_ rank: Int) -> String {
        let roots = CommonWords.all
        guard rank >= roots.count else { return roots[rank] }
        let number = rank - roots.count
        let affixes = prefixes.count * suffixes.count
        // Rarer words are put together of others, so that no two ranks are one word.
        let affix = number / roots.count % affixes
        let first = prefixes[affix % prefixes.count] + roots[number % roots.count]
        let joint = number / roots.count / affixes
        return first + (joint == 0 ? "" : roots[joint]) + suffixes[affix / prefixes.count]
    }

    /// A message of some words.
    mutating func message(median: Int) -> String {
        // The sum of some even numbers is near enough to a normal one.
        let normal = (0..<6).reduce(0.0) { sum, _ in sum + uniform() } - 3
        let wanted = Int(Double(median) * exp2(normal))
        let count = min(max(wanted, Self.lengths.lowerBound), Self.lengths.upperBound)
        var text = ""
        for index in 0..<count {
            if index > 0 { text += " " }
            text += Self.word(rank())
            if index % 11 == 10 {
                text += Self.ends[Int(generator.next() % UInt64(Self.ends.count))]
            }
        }
        return text
    }

    /// How many messages a session has: ten in the median, two thousand at the most.
    mutating func sessionLength() -> Int {
        let normal = (0..<6).reduce(0.0) { sum, _ in sum + uniform() } - 3
        return min(max(2, Int(10 * exp2(normal * 1.6))), 2000)
    }

    private mutating func rank() -> Int {
        let place = uniform() * (shares.last ?? 1)
        var low = 0
        var high = shares.count - 1
        while low < high {
            let middle = (low + high) / 2
            if shares[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func uniform() -> Double {
        Double(generator.next() >> 11) / Double(1 << 53)
    }
}
