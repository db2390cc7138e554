/// A vector of length one whose numbers are bytes, with one scale for all of them.
package struct QuantizedVector: Hashable, Sendable {
    /// What each number is to be multiplied with.
    package let scale: Float
    /// The numbers.
    package let values: [Int8]

    /// Rounds a vector of any length; what comes out has the length of one again, which takes away
    /// a part of what the rounding does to its direction.
    ///
    /// - Returns: `nil` for a vector without a direction.
    package init?(_ vector: [Float]) {
        guard let largest = vector.map(abs).max(), vector.allSatisfy(\.isFinite), largest > 0 else {
            return nil
        }
        let values = vector.map { Int8(max(-127, min(127, ($0 / largest * 127).rounded()))) }
        let length = values.reduce(0) { $0 + Float($1) * Float($1) }.squareRoot()
        guard length > 0 else { return nil }
        scale = 1 / length
        self.values = values
    }
}

/// The vector of a question, which many others are compared with.
package struct QuestionVector: Sendable {
    /// How many numbers it has.
    package var dimensions: Int { values.count }
    private let scale: Float
    /// Twice as wide as what they are multiplied with: the processor wants them so, and they are
    /// all but exact.
    private let values: [Int16]

    /// Rounds a vector; `nil` for one without a direction.
    package init?(_ vector: [Float]) {
        guard let largest = vector.map(abs).max(), vector.allSatisfy(\.isFinite), largest > 0 else {
            return nil
        }
        let length = vector.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
        // No sum of products may be larger than the largest number, whatever it is compared with.
        let bound = Float(Int32.max) / (127 * Float(vector.count).squareRoot() * length)
        let factor = min(Float(Int16.max), bound * 0.99)
        scale = 1 / (factor * length)
        values = vector.map { Int16(($0 / largest * factor).rounded()) }
    }

    /// How alike two vectors are: 1 for the same direction, 0 for nothing in common.
    package func likeness(to vector: QuantizedVector) -> Float {
        guard vector.values.count == values.count else { return 0 }
        return vector.values.withUnsafeBytes { likeness(to: $0, scale: vector.scale) }
    }

    /// The same for the bytes of a vector, of which there are as many as dimensions.
    @inline(__always)
    func likeness(to bytes: UnsafeRawBufferPointer, scale other: Float) -> Float {
        let numbers = bytes.bindMemory(to: Int8.self)
        var sum: Int32 = 0
        values.withUnsafeBufferPointer { values in
            for index in 0..<min(values.count, numbers.count) {
                sum &+= Int32(values[index]) &* Int32(numbers[index])
            }
        }
        return Float(sum) * scale * other
    }
}
