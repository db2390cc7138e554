public import Chat

/// Reads conversations from a file of any format that is known.
///
/// Large files are not held in memory: of our own formats the messages stay in the file, and of
/// those that hold a list of conversations one is read after the other.
public struct TranscriptImport {
    /// The formats, in the order in which they are tried.
    public static let readers: [any TranscriptReader] = [
        ChatGPTReader(), OpenWebUIReader(), LLMLogsReader(), JSONReader(), JSONLinesReader(),
        MarkdownReader(), ModelfileReader(), AichatReader(),
    ]

    private let file: TranscriptFile
    private let readings: AnyIterator<ImportReading>
    private let now: Timestamp
    private var room = TranscriptLimits.problemsPerFile
    private var others = 0
    private var isDone = false

    /// Begins to read conversations.
    ///
    /// - Parameters:
    ///   - source: A whole file.
    ///   - format: The name of its format, or `nil` to find it out.
    ///   - now: The latest moment that a message may have.
    /// - Throws: ``TranscriptError`` where the format is unknown, and an error of the system.
    public init(of source: any TranscriptSource, as format: String? = nil, now: Timestamp) throws {
        file = try TranscriptFile(source)
        let isEmpty = file.isEmpty
        if let failure = file.window.failure { throw failure }
        guard !isEmpty else { throw TranscriptError.empty }
        readings = try Self.chosen(format, for: file).read(file)
        self.now = now
    }

    /// The name of the format that a file is in, or `nil` for none that is known.
    public static func format(of source: any TranscriptSource) throws -> String? {
        let file = try TranscriptFile(source)
        return readers.first { $0.detects(file) }?.name
    }

    /// Reads the next conversations, and makes them fit to be stored: every message has a time
    /// later than that of the one before it and not in the future, and every conversation a digest.
    ///
    /// - Returns: Conversations that have to do with no others, and what was wrong with the rest;
    ///   `nil` at the end.
    /// - Throws: An error of the system.
    public mutating func next() throws -> ImportReading? {
        guard !isDone else { return nil }
        guard var reading = readings.next() else {
            if let failure = file.window.failure { throw failure }
            isDone = true
            return others == 0 ? nil : ImportReading(lacking: others)
        }
        if let failure = file.window.failure { throw failure }
        reading.seal(now: now)
        others += reading.limitProblems(to: room)
        room -= reading.problems.count
        return reading
    }

    private static func chosen(
        _ format: String?, for file: TranscriptFile
    ) throws -> any TranscriptReader {
        if let format {
            guard let reader = readers.first(where: { $0.name == format }) else {
                throw TranscriptError.unknownFormat(format, known: readers.map(\.name))
            }
            return reader
        }
        let reader = readers.first { $0.detects(file) }
        if let failure = file.window.failure { throw failure }
        guard let reader else {
            throw file.shape?.isCutOff == true
                ? TranscriptError.cutOff : .undetected(known: readers.map(\.name))
        }
        return reader
    }
}
