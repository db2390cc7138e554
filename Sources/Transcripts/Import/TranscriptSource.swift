/// Bytes of a file that can be read from anywhere in it, and more than once.
public protocol TranscriptSource: Sendable {
    /// Reads a part.
    ///
    /// - Parameters:
    ///   - offset: Where it begins.
    ///   - limit: The most bytes to read.
    /// - Returns: The bytes; fewer only where the file ends.
    /// - Throws: An error of the system.
    func read(from offset: Int, atMost limit: Int) throws -> [UInt8]

    /// How many bytes there are, where that is known.
    var size: Int? { get }
}

extension TranscriptSource {
    /// Not known.
    public var size: Int? { nil }
}

extension [UInt8]: TranscriptSource {
    /// Reads a part.
    public func read(from offset: Int, atMost limit: Int) -> [UInt8] {
        Array(dropFirst(offset).prefix(limit))
    }

    /// How many bytes there are.
    public var size: Int? { count }
}
