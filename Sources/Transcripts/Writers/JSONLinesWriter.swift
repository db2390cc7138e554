public import Chat

/// Writes a line of JSON for a session, one for each of its messages, one for each step that put
/// messages on the shelf, and one for each image.
public struct JSONLinesWriter: TranscriptWriter {
    /// Makes a writer.
    public init() {}

    /// The line of the session.
    public mutating func begin(_ head: TranscriptHead) -> [UInt8] {
        line(#"{"type":"session","#, HeadJSON(head).members)
    }

    /// The line of a message; the message is in an object of its own, so that no field of it can
    /// be taken for one of the line.
    public mutating func add(_ message: StoredMessage) -> [UInt8] {
        line(#"{"type":"message","message":"#, MessageJSON.line(of: message))
    }

    /// The lines of the shelf and of the images.
    public mutating func end(shelf: [ShelvedMessages], images: [MessageImage]) -> [UInt8] {
        shelf.flatMap { line(#"{"type":"shelf","#, ShelfJSON.members(of: $0)) }
            + images.flatMap { line(#"{"type":"image","data":"#, JSONText.string($0.address)) }
    }

    private func line(_ beginning: StaticString, _ rest: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rest.count + 40)
        bytes += beginning.description.utf8
        bytes += rest
        bytes += "}\n".utf8
        return bytes
    }
}
