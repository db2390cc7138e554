import Chat

/// Reads messages and shelves as our own writers write them.
struct OwnMessages {
    /// How messages lie in a file.
    enum Layout: Hashable, Sendable {
        /// As elements of an array.
        case array
        /// On lines of their own.
        case lines
    }

    private let decoding = JSONDecoding()

    /// Reads the messages of a page again.
    ///
    /// - Throws: An error of the system, and ``TranscriptError`` where they are others now.
    static func read(
        _ outline: MessageOutline, _ index: Int, from source: any TranscriptSource
    ) throws -> [ImportedMessage] {
        let page = outline.pages[index]
        let bytes = try source.read(from: page.range.lowerBound, atMost: page.range.count)
        var builder = ConversationBuilder(place: "", keepsRoles: true)
        OwnMessages().add(bytes, outline.layout, from: page.number, to: &builder)
        let messages = builder.conversation.messages
        let prints = outline.prints[page.position...].prefix(outline.count(ofPage: index))
        guard messages.map(MessageOutline.print).elementsEqual(prints) else {
            throw TranscriptError.changed
        }
        return messages
    }

    private func add(
        _ bytes: [UInt8], _ layout: Layout, from first: Int, to builder: inout ConversationBuilder
    ) {
        var number = first - 1
        func take(_ part: JSONPart?, of bytes: [UInt8]) {
            number += 1
            guard let part,
                let read = message(in: bytes[part.range], part, at: number, &builder)
            else { return }
            builder.add(read.message, said: read.said, at: number)
        }
        switch layout {
        case .array:
            let array = [UInt8(ascii: "[")] + bytes + [UInt8(ascii: "]")]
            var cutter = JSONCutter(array)
            while let part = cutter?.next() { take(part, of: array) }
        case .lines:
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                let line = Array(line)
                guard let record = JSONLine(line), record.kind == .message else { continue }
                take(record.message, of: line)
            }
        }
    }

    /// Reads one message, or says why it cannot be.
    func message(
        in bytes: some Collection<UInt8>, _ part: JSONPart, at number: Int,
        _ builder: inout ConversationBuilder
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
        if let record = decoding.value(TimedMessageRecord.self, from: bytes) { return record }
        let wasUnreadable = decoding.value(UnreadableRecord.self, from: bytes) != nil
        builder.report(
            .loss(
                at: place,
                wasUnreadable
                    ? "It could not be read when it was exported, so it was left out."
                    : "It is no message with a role and a content, so it was left out."))
        return nil
    }

    /// Adds an image that is written as an address.
    func addImage(in bytes: [UInt8], at place: String, to builder: inout ConversationBuilder) {
        guard let address = decoding.value(String.self, from: bytes),
            let image = InlineImage(address)
        else {
            builder.report(.loss(at: place, "It is no image, so it was left out."))
            return
        }
        builder.keep(image.bytes, as: image.digest)
    }

    /// Adds what an object says of messages on the shelf.
    func addShelf(in bytes: [UInt8], at place: String, to builder: inout ConversationBuilder) {
        guard let record = decoding.value(ShelfRecord.self, from: bytes),
            var cutter = JSONCutter(bytes)
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
                guard let read = message(in: bytes[part.range], part, at: number, &builder),
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
