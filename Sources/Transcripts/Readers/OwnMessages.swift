import Chat

/// Reads messages and shelves as our own writers write them.
struct OwnMessages {
    private let bytes: [UInt8]
    private let decoding = JSONDecoding()

    /// Reads from the bytes of a file.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Adds the messages of an array.
    func addAll(in range: Range<Int>, to builder: inout ConversationBuilder) {
        var number = 0
        guard var cutter = JSONCutter(bytes, in: range) else {
            builder.report(
                .loss(at: builder.conversation.place, "Its messages are no array."))
            return
        }
        while let part = cutter.next() {
            number += 1
            if let read = message(in: part, at: number, reportingTo: &builder) {
                builder.add(read.message, said: read.said, at: number)
            }
        }
        if let offset = cutter.brokenAt {
            builder.report(
                .loss(
                    at: "\(builder.place(ofMessage: number + 1)), byte \(offset)",
                    "The JSON breaks off here; what is behind it was left out."))
        }
    }

    /// Reads one message, or says why it cannot be.
    func message(
        in part: JSONCutter.Part, at number: Int, reportingTo builder: inout ConversationBuilder
    ) -> TimedMessageRecord? {
        let place = builder.place(ofMessage: number)
        guard !part.isTooDeep else {
            builder.report(
                .loss(
                    at: place,
                    "It is nested deeper than \(TranscriptLimits.jsonDepth) levels and was left out."
                ))
            return nil
        }
        if let record = decoding.value(TimedMessageRecord.self, from: bytes[part.range]) {
            return record
        }
        let wasUnreadable =
            decoding.value(UnreadableRecord.self, from: bytes[part.range]) != nil
        builder.report(
            .loss(
                at: place,
                wasUnreadable
                    ? "It could not be read when it was exported, so it was left out."
                    : "It is no message with a role and a content, so it was left out."))
        return nil
    }

    /// Adds what an object says of messages on the shelf.
    func addShelf(in range: Range<Int>, at place: String, to builder: inout ConversationBuilder) {
        guard let record = decoding.value(ShelfRecord.self, from: bytes[range]),
            var cutter = JSONCutter(bytes, in: range)
        else {
            builder.report(.loss(at: place, "It is no entry of a shelf, so it was left out."))
            return
        }
        var shelf = record.shelf
        while let part = cutter.next() {
            guard part.key == "messages", var messages = JSONCutter(bytes, in: part.range) else {
                continue
            }
            var number = 0
            while let part = messages.next() {
                number += 1
                guard let read = message(in: part, at: number, reportingTo: &builder),
                    let message = builder.check(read.message, at: number)
                else { continue }
                shelf.messages.append(ImportedMessage(message, said: read.said))
            }
        }
        builder.add(shelf)
    }
}

/// What an entry of a shelf says beside its messages.
private struct ShelfRecord: Decodable {
    let op: String?
    let kind: String
    let at: ImportedTime
    let head: ImportedTime?

    var shelf: ImportedShelf {
        ImportedShelf(
            operation: op.flatMap { TurnID($0) }, kind: ShelfKind(rawValue: kind) ?? .undo,
            at: at.timestamp ?? Timestamp(microseconds: 0), head: head?.timestamp, messages: [])
    }
}
