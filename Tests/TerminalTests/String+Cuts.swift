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
