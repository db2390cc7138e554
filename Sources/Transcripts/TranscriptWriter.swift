public import Chat

/// Writes sessions as bytes, a piece at a time, and keeps none of them.
///
/// The order of the calls is `start`, then for each session `begin`, `add` for every message and
/// `end`, then `finish`. What they return, one behind the other, is the file.
public protocol TranscriptWriter: Sendable {
    /// The bytes before the first session.
    mutating func start() -> [UInt8]
    /// The beginning of a session.
    mutating func begin(_ head: TranscriptHead) -> [UInt8]
    /// One message of it, oldest first.
    mutating func add(_ message: StoredMessage) -> [UInt8]
    /// The end of it, with what is on its shelf, and the images of all these messages.
    mutating func end(shelf: [ShelvedMessages], images: [MessageImage]) -> [UInt8]
    /// The bytes behind the last session.
    mutating func finish() -> [UInt8]
}

extension TranscriptWriter {
    /// Most formats need nothing before the first session.
    public mutating func start() -> [UInt8] { [] }

    /// Most formats need nothing behind the last session.
    public mutating func finish() -> [UInt8] { [] }
}
