/// The median of many numbers, to the tenth, in memory that does not grow with them.
///
/// Numbers of the same tenth are counted together; a model makes its tokens at few speeds.
struct RunningMedian: Hashable, Sendable {
    /// Numbers beyond this count as it.
    private static let largest = 100_000.0

    private var counts: [Int: Int] = [:]
    private var total = 0

    /// Takes a number; one that is negative or none at all is passed over.
    mutating func add(_ number: Double) {
        guard number.isFinite, number >= 0 else { return }
        counts[Int((min(number, Self.largest) * 10).rounded()), default: 0] += 1
        total += 1
    }

    /// The median: what half of the numbers are below; between two, their middle.
    var value: Double? {
        guard total > 0 else { return nil }
        let tenths = counts.sorted { $0.key < $1.key }
        func tenth(at rank: Int) -> Int {
            var seen = 0
            for (tenth, count) in tenths {
                seen += count
                if seen > rank { return tenth }
            }
            return 0
        }
        return Double(tenth(at: (total - 1) / 2) + tenth(at: total / 2)) / 20
    }
}
