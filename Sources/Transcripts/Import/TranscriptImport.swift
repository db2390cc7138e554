public import Chat

/// Reads conversations from bytes of any format that is known.
public enum TranscriptImport {
    /// The formats, in the order in which they are tried.
    public static let readers: [any TranscriptReader] = [
        ChatGPTReader(), OpenWebUIReader(), LLMLogsReader(), JSONReader(), JSONLinesReader(),
        MarkdownReader(), ModelfileReader(), AichatReader(),
    ]

    /// The format that bytes are in, or `nil` for none that is known.
    public static func reader(for bytes: [UInt8]) -> (any TranscriptReader)? {
        let bytes = withoutMark(bytes)
        return readers.first { $0.detects(bytes) }
    }

    /// Reads conversations, and makes them fit to be stored: every message has a time later than
    /// that of the one before it and not in the future, and every conversation a digest.
    ///
    /// - Parameters:
    ///   - bytes: A whole file.
    ///   - format: The name of its format, or `nil` to find it out.
    ///   - now: The latest moment that a message may have.
    /// - Returns: What was read, and what was wrong with the rest.
    /// - Throws: ``TranscriptError`` where the format is unknown.
    public static func read(
        _ bytes: [UInt8], as format: String? = nil, now: Timestamp
    ) throws(TranscriptError) -> ImportReading {
        let bytes = withoutMark(bytes)
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
        let reader = try chosen(format, for: bytes)
        var reading = reader.read(bytes)
        reading.seal(now: now)
        return reading
    }

    private static func chosen(
        _ format: String?, for bytes: [UInt8]
    ) throws(TranscriptError) -> any TranscriptReader {
        if let format {
            guard let reader = readers.first(where: { $0.name == format }) else {
                throw .unknownFormat(format, known: readers.map(\.name))
            }
            return reader
        }
        guard let reader = readers.first(where: { $0.detects(bytes) }) else {
            throw .undetected(known: readers.map(\.name))
        }
        return reader
    }

    /// The bytes without the mark that some editors put before UTF-8.
    private static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
}
