import TestSupport

/// Makes vectors that lie around topics.
struct VectorMaker {
    private static let topicCount = 400
    /// In so many directions the messages of a topic differ from each other; texts do so in a few
    /// dozen, whatever the size of their vectors.
    private static let directionCount = 32

    private let dimensions: Int
    private let isEven: Bool
    private var generator = SeededGenerator(seed: 3)
    private var topics: [[Float]] = []
    private var directions: [[Float]] = []

    /// Makes a maker.
    ///
    /// - Parameters:
    ///   - dimensions: How many numbers each vector has.
    ///   - isEven: Whether messages of a topic differ in all directions, which makes those that
    ///     are most like a question hardest to tell apart.
    init(dimensions: Int, evenly isEven: Bool) {
        self.dimensions = dimensions
        self.isEven = isEven
        topics = (0..<Self.topicCount).map { _ in vector() }
        directions = (0..<Self.directionCount).map { _ in vector() }
    }

    /// One of the topics.
    mutating func topic() -> [Float] {
        topics[Int.random(in: 0..<topics.count, using: &generator)]
    }

    /// A vector of a message about a topic.
    mutating func vector(near topic: [Float]) -> [Float] {
        guard !isEven else { return Self.unit(zip(topic, vector()).map { $0 + $1 * 0.8 }) }
        var sum = topic
        for direction in directions {
            let share = Float.random(in: -1...1, using: &generator) * 0.25
            for index in sum.indices { sum[index] += direction[index] * share }
        }
        return Self.unit(sum)
    }

    /// How alike two vectors are.
    static func dot(_ one: [Float], _ other: [Float]) -> Float {
        var sum: Float = 0
        for index in 0..<min(one.count, other.count) { sum += one[index] * other[index] }
        return sum
    }

    /// A vector in any direction: three even numbers added are near enough to what nature does.
    private mutating func vector() -> [Float] {
        var numbers: [Float] = []
        for _ in 0..<dimensions {
            let some = (0..<3).map { _ in Float.random(in: -1...1, using: &generator) }
            numbers.append(some.reduce(0, +))
        }
        return Self.unit(numbers)
    }

    private static func unit(_ vector: [Float]) -> [Float] {
        let length = dot(vector, vector).squareRoot()
        return vector.map { $0 / length }
    }
}
