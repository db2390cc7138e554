/// Reads lines of JSON: ours, and bare messages.
public struct JSONLinesReader: TranscriptReader {
    /// The name of the format.
    public let name = "jsonl"
    /// What it comes from.
    public let summary = "Lines of JSON as /export writes them, or one message a line."

    /// Makes a reader.
    public init() {}

    /// Whether the first line is an object of the right kind by itself.
    public func detects(_ file: TranscriptFile) -> Bool {
        guard let start = file.window.firstVisible()?.index,
            let line = JSONLine(file.window.bytes(in: start..<file.window.endOfLine(from: start)))
        else { return false }
        return line.isClear
    }

    /// Reads all sessions; their messages stay in the file.
    public func read(_ file: TranscriptFile) -> AnyIterator<ImportReading> {
        var survey = LineSurvey(file)
        return .one(survey.read())
    }
}

/// Goes through the lines of a file once, and remembers where messages are.
private struct LineSurvey {
    private let bytes: ByteWindow
    private let source = OwnMessages()
    private let decoding = JSONDecoding()
    private var reading: ImportReading
    private var lost = ProblemList()
    private var builder: ConversationBuilder?
    private var sessions = 0
    private var messages = 0

    init(_ file: TranscriptFile) {
        bytes = file.window
        reading = ImportReading(of: file.source)
    }

    mutating func read() -> ImportReading {
        var start = 0
        var number = 0
        while bytes.byte(at: start) != nil {
            let end = bytes.endOfLine(from: start)
            number += 1
            let line = bytes.bytes(in: start..<end)
            if line.contains(where: { $0 > 0x20 }) { take(line, at: start, number) }
            start = end + 1
        }
        close()
        reading.report(lost.all(at: "the file"))
        reading.conversations = BranchLinker.link(reading.conversations)
        return reading
    }

    private mutating func take(_ bytes: [UInt8], at start: Int, _ number: Int) {
        let place = "line \(number)"
        guard let line = JSONLine(bytes) else {
            lost.add(.loss(at: place, sentence(ofBroken: bytes, at: start)))
            return
        }
        switch line.kind {
        case .session: begin(bytes, at: place)
        case .message: add(line.message, of: bytes, at: start, place)
        case .shelf:
            open()
            let source = source
            change { source.addShelf(in: bytes, at: place, to: &$0) }
        case .image:
            open()
            let source = source
            let image = line.message.map { Array(bytes[$0.range]) } ?? []
            change { source.addImage(in: image, at: place, to: &$0) }
        case .unknown:
            lost.add(.loss(at: place, "It is no session, message or shelf, so it was left out."))
        }
    }

    private func sentence(ofBroken line: [UInt8], at start: Int) -> String {
        var cutter = JSONCutter(line)
        while cutter?.next() != nil {}
        let isLast = bytes.byte(at: start + line.count) == nil
        return isLast && cutter?.isCutOff == true
            ? ImportProblem.cutOff : "It is no JSON object, so it was left out."
    }

    private mutating func begin(_ line: [UInt8], at place: String) {
        close()
        open()
        if let head = decoding.value(HeadRecord.self, from: line) {
            builder?.describe(head)
        } else {
            lost.add(.loss(at: place, "What it says of the session cannot be read."))
        }
    }

    private mutating func add(
        _ part: JSONPart?, of line: [UInt8], at start: Int, _ place: String
    ) {
        open()
        messages += 1
        guard let part else {
            lost.add(.loss(at: place, "There is no message in it."))
            return
        }
        let (source, number) = (source, messages)
        change { builder in
            builder.extend(to: start..<start + line.count, number: number)
            if let read = source.message(in: line[part.range], part, at: number, &builder) {
                builder.add(read.message, said: read.said, at: number)
            }
        }
    }

    /// Changes the builder, which must not be held twice while it grows.
    private mutating func change(_ body: (inout ConversationBuilder) -> Void) {
        guard var open = builder else { return }
        builder = nil
        body(&open)
        builder = open
    }

    private mutating func open() {
        guard builder == nil else { return }
        sessions += 1
        messages = 0
        builder = ConversationBuilder(
            place: "conversation \(sessions)", keepsRoles: true, leaving: .lines)
    }

    private mutating func close() {
        if let builder { reading.take(builder) }
        builder = nil
    }
}
