/// A small generator with a seed, so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    /// Starts with a seed.
    init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

extension String {
    /// The text cut between scalars into two and into three chunks, in all ways.
    var cuts: [[String]] {
        let scalars = Array(unicodeScalars)
        func part(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range]))
        }
        return (0...scalars.count).flatMap { first in
            (first...scalars.count).map { second in
                [part(0..<first), part(first..<second), part(second..<scalars.count)]
            }
        }
    }

    /// Whether two texts have the same scalars, not only the same meaning.
    func isIdentical(to other: String) -> Bool {
        unicodeScalars.elementsEqual(other.unicodeScalars)
    }
}
