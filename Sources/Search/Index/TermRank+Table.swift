extension TermRank {
    /// The parts that each term adds to a score: for each ``Frequency``, and within it for each
    /// ``LengthClass``, one number.
    func tables() -> [[Float]] {
        weights.indices.map { term in
            Frequency.typical.flatMap { count in
                LengthClass.typical.map { Float(part(of: term, count, length: $0)) }
            }
        }
    }
}
