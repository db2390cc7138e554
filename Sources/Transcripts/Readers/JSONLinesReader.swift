/// Reads lines of JSON: ours, and bare messages.
public struct JSONLinesReader: TranscriptReader {
    /// The name of the format.
    public let name = "jsonl"
    /// What it comes from.
    public let summary = "Lines of JSON as /export writes them, or one message a line."

    /// Makes a reader.
    public init() {}

    /// Whether the first line is an object of the right kind by itself.
    public func detects(_ bytes: [UInt8]) -> Bool {
        guard let line = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first,
            var cutter = JSONCutter(bytes, in: line.indices)
        else { return false }
        var keys: Set<String> = []
        while let part = cutter.next(), let key = part.key { keys.insert(key) }
        return cutter.brokenAt == nil
            && (keys.contains("type") || keys.isSuperset(of: ["role", "content"]))
    }

    /// Reads all sessions.
    public func read(_ bytes: [UInt8]) -> ImportReading {
        var state = LineState(bytes)
        var start = 0
        var number = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            number += 1
            if bytes[start..<end].contains(where: { $0 > 0x20 }) {
                state.take(line: start..<end, number)
            }
            start = end + 1
        }
        return state.finished()
    }
}

/// What was read from the lines so far.
private struct LineState {
    private let bytes: [UInt8]
    private let source: OwnMessages
    private let decoding = JSONDecoding()
    private var reading = ImportReading()
    private var lost = ProblemList()
    private var builder: ConversationBuilder?
    private var sessions = 0
    private var messages = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        source = OwnMessages(bytes)
    }

    mutating func take(line range: Range<Int>, _ number: Int) {
        var parts: [String: JSONCutter.Part] = [:]
        var cutter = JSONCutter(bytes, in: range)
        var depth = 0
        while let part = cutter?.next(), let key = part.key {
            parts[key] = part
            depth = max(depth, part.depth)
        }
        guard cutter != nil, cutter?.brokenAt == nil, depth < TranscriptLimits.jsonDepth else {
            lost.add(.loss(at: "line \(number)", "It is no JSON object, so it was left out."))
            return
        }
        let type = parts["type"].map { String(decoding: bytes[$0.range], as: UTF8.self) }
        switch type {
        case #""session""#: begin(range, number)
        case #""message""#: add(parts["message"], number)
        case #""shelf""#:
            open()
            builder?.addShelf(from: source, in: range, at: "line \(number)")
        case nil where parts["role"] != nil:
            add(JSONCutter.Part(key: nil, range: range, depth: depth + 1), number)
        default:
            lost.add(
                .loss(
                    at: "line \(number)",
                    "It is no session, message or shelf, so it was left out."))
        }
    }

    private mutating func begin(_ range: Range<Int>, _ number: Int) {
        close()
        open()
        if let head = decoding.value(HeadRecord.self, from: bytes[range]) {
            builder?.describe(head)
        } else {
            lost.add(.loss(at: "line \(number)", "What it says of the session cannot be read."))
        }
    }

    private mutating func add(_ part: JSONCutter.Part?, _ number: Int) {
        open()
        messages += 1
        guard let part, var open = builder else {
            lost.add(.loss(at: "line \(number)", "There is no message in it."))
            return
        }
        // The builder must not be held twice while it grows.
        builder = nil
        if let read = source.message(in: part, at: messages, reportingTo: &open) {
            open.add(read.message, said: read.said, at: messages)
        }
        builder = open
    }

    private mutating func open() {
        guard builder == nil else { return }
        sessions += 1
        messages = 0
        builder = ConversationBuilder(place: "conversation \(sessions)", keepsRoles: true)
    }

    private mutating func close() {
        if let builder { reading.take(builder) }
        builder = nil
    }

    mutating func finished() -> ImportReading {
        close()
        reading.report(lost.all(at: "the file"))
        reading.conversations = BranchLinker.link(reading.conversations)
        return reading
    }
}

extension ConversationBuilder {
    fileprivate mutating func addShelf(
        from source: OwnMessages, in range: Range<Int>, at place: String
    ) {
        source.addShelf(in: range, at: place, to: &self)
    }
}
