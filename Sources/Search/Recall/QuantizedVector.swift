/// A vector of length one whose numbers are bytes, with one scale for all of them.
package struct QuantizedVector: Hashable, Sendable {
    /// What each number is to be multiplied with.
    package let scale: Float
    /// The numbers.
    package let values: [Int8]

    /// Rounds a vector, of any length, once it has the length of one.
    ///
    /// - Returns: `nil` for a vector without a direction.
    package init?(_ vector: [Float]) {
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length.isFinite, length > 0, let largest = vector.map(abs).max() else { return nil }
        let step = largest / 127
        scale = step / length
        values = vector.map { Int8(max(-127, min(127, ($0 / step).rounded()))) }
    }
}

/// The vector of a question, which many others are compared with.
package struct QuestionVector: Sendable {
    /// How many numbers it has.
    package var dimensions: Int { values.count }
    private let scale: Float
    /// Twice as wide as what they are multiplied with, as the processor wants them.
    private let values: [Int16]

    /// Rounds a vector; `nil` for one without a direction.
    package init?(_ vector: [Float]) {
        guard let rounded = QuantizedVector(vector) else { return nil }
        scale = rounded.scale
        values = rounded.values.map(Int16.init)
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
