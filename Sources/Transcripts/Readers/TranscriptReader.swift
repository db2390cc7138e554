/// Reads conversations from a file of one format.
public protocol TranscriptReader: Sendable {
    /// The name of the format, as it is typed.
    var name: String { get }
    /// What it comes from, in one line.
    var summary: String { get }
    /// Whether the file looks like this format.
    func detects(_ file: TranscriptFile) -> Bool
    /// Reads all conversations that can be read, and says what could not be.
    ///
    /// - Returns: Readings, each with conversations that have to do with no other.
    func read(_ file: TranscriptFile) -> AnyIterator<ImportReading>
}

extension AnyIterator<ImportReading> {
    /// One reading, and no more.
    static func one(_ reading: ImportReading) -> AnyIterator {
        AnyIterator(CollectionOfOne(reading).makeIterator())
    }
}
