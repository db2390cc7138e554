public import Chat

/// Writes sessions as `{"metadata": {…}, "messages": […], "shelf": […], "images": […]}`, several of them as an
/// array of such objects.
public struct JSONWriter: TranscriptWriter {
    private let isCollection: Bool
    private var hasSession = false
    private var hasMessage = false

    /// Makes a writer for one session, or for several.
    public init(isCollection: Bool) {
        self.isCollection = isCollection
    }

    /// The bracket of the array, where there are several sessions.
    public mutating func start() -> [UInt8] { isCollection ? Array("[\n".utf8) : [] }

    /// The metadata.
    public mutating func begin(_ head: TranscriptHead) -> [UInt8] {
        var bytes = Array((hasSession ? ",\n" : "").utf8)
        hasSession = true
        hasMessage = false
        bytes += #"{"metadata":{"#.utf8
        bytes += HeadJSON(head).members
        bytes += #"},"#.utf8
        bytes += "\n\"messages\":[".utf8
        return bytes
    }

    /// One message.
    public mutating func add(_ message: StoredMessage) -> [UInt8] {
        var bytes = Array((hasMessage ? ",\n" : "\n").utf8)
        hasMessage = true
        bytes += MessageJSON.of(message)
        return bytes
    }

    /// The end of the messages, the shelf and the images.
    public mutating func end(shelf: [ShelvedMessages], images: [MessageImage]) -> [UInt8] {
        var bytes = Array("\n]".utf8)
        if !shelf.isEmpty {
            bytes += ",\n\"shelf\":[\n".utf8
            bytes += shelf.map { Array("{".utf8) + ShelfJSON.members(of: $0) + Array("}".utf8) }
                .joined(separator: ",\n".utf8)
            bytes += "\n]".utf8
        }
        if !images.isEmpty {
            bytes += ",\n\"images\":[\n".utf8
            bytes += images.map { JSONText.string($0.address) }.joined(separator: ",\n".utf8)
            bytes += "\n]".utf8
        }
        bytes += (isCollection ? "}" : "}\n").utf8
        return bytes
    }

    /// The other bracket.
    public mutating func finish() -> [UInt8] { isCollection ? Array("\n]\n".utf8) : [] }
}
