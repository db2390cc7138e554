/// Reads conversations from the bytes of one format.
public protocol TranscriptReader: Sendable {
    /// The name of the format, as it is typed.
    var name: String { get }
    /// What it comes from, in one line.
    var summary: String { get }
    /// Whether the bytes look like this format.
    func detects(_ bytes: [UInt8]) -> Bool
    /// Reads all conversations that can be read, and says what could not be.
    func read(_ bytes: [UInt8]) -> ImportReading
}
