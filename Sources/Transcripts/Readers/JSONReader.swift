/// Reads our JSON, the original's, and bare lists of messages.
public struct JSONReader: TranscriptReader {
    /// The name of the format.
    public let name = "json"
    /// What it comes from.
    public let summary = "Sessions as /export or the original program writes them."

    /// Makes a reader.
    public init() {}

    /// Whether there is an object with messages, or a list of messages.
    public func detects(_ bytes: [UInt8]) -> Bool {
        guard let shape = JSONShape(of: bytes) else { return false }
        return shape.has(["messages"]) && !shape.has(["chat"]) && !shape.has(["mapping"])
            || isBareList(shape)
    }

    /// Reads all sessions.
    public func read(_ bytes: [UInt8]) -> ImportReading {
        var reading = ImportReading()
        let source = OwnMessages(bytes)
        if let shape = JSONShape(of: bytes), isBareList(shape) {
            var builder = ConversationBuilder(place: "conversation 1", keepsRoles: true)
            source.addAll(in: bytes.indices, to: &builder)
            reading.take(builder)
            return reading
        }
        let problems = JSONElements.each(of: bytes) { place, part in
            reading.take(session(in: part.range, of: bytes, source, at: place))
        }
        reading.report(problems)
        reading.conversations = BranchLinker.link(reading.conversations)
        return reading
    }

    private func isBareList(_ shape: JSONShape) -> Bool {
        shape.isArray && shape.has(["role", "content"])
    }

    private func session(
        in range: Range<Int>, of bytes: [UInt8], _ source: OwnMessages, at place: String
    ) -> ConversationBuilder {
        var builder = ConversationBuilder(place: place, keepsRoles: true)
        guard var cutter = JSONCutter(bytes, in: range) else {
            builder.report(.loss(at: place, "It is no object, so it was left out."))
            return builder
        }
        while let part = cutter.next() {
            switch part.key {
            case "metadata" where !part.isTooDeep:
                if let head = JSONDecoding().value(HeadRecord.self, from: bytes[part.range]) {
                    builder.describe(head)
                } else {
                    builder.report(.loss(at: place, "Its metadata could not be read."))
                }
            case "messages": source.addAll(in: part.range, to: &builder)
            case "shelf": addShelves(in: part.range, of: bytes, source, to: &builder)
            default: break
            }
        }
        if let offset = cutter.brokenAt {
            builder.report(
                .loss(
                    at: "\(place), byte \(offset)",
                    "The JSON breaks off here; what is behind it was left out."))
        }
        return builder
    }

    private func addShelves(
        in range: Range<Int>, of bytes: [UInt8], _ source: OwnMessages,
        to builder: inout ConversationBuilder
    ) {
        guard var cutter = JSONCutter(bytes, in: range) else { return }
        var number = 0
        while let part = cutter.next() {
            number += 1
            source.addShelf(
                in: part.range, at: "\(builder.conversation.place), shelf \(number)", to: &builder)
        }
    }
}
