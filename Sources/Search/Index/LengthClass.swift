/// About how many words a document has, in eight bits: the logarithm in steps of an eighth.
package enum LengthClass {
    /// The class of a number of words.
    package static func of(_ words: Int) -> UInt8 {
        var low = 0
        var high = 255
        while low < high {
            let middle = (low + high + 1) / 2
            if typical[middle] <= Double(words) + 0.5 { low = middle } else { high = middle - 1 }
        }
        return UInt8(low)
    }

    /// About how many words a class stands for.
    package static func words(_ length: UInt8) -> Double { typical[Int(length)] }

    /// For each class the smallest number of words in it.
    static let typical: [Double] = {
        var lengths: [Double] = []
        var power = 1.0
        for _ in 0..<256 {
            lengths.append(power - 1)
            power *= 1.0905077326652577  // The eighth root of two.
        }
        return lengths
    }()
}
