import Chat

/// Goes through a JSON file once, and remembers where the messages of its sessions are.
struct JSONSurvey {
    /// How going through a part of the file ended.
    private enum End {
        /// At its end.
        case at(Int)
        /// Where it is not right any more.
        case broken
        /// Where the file ends.
        case cutOff
    }

    /// What was found.
    private(set) var reading: ImportReading
    private let file: TranscriptFile
    private let bytes: ByteWindow
    private let source = OwnMessages()
    private let decoding = JSONDecoding()

    /// Begins a survey.
    init(_ file: TranscriptFile) {
        self.file = file
        bytes = file.window
        reading = ImportReading(of: file.source)
    }

    /// Goes through a bare list of messages.
    mutating func readList() {
        var builder = builder(at: "conversation 1")
        _ = readMessages(from: bytes.firstVisible()?.index ?? 0, to: &builder)
        reading.take(builder)
    }

    /// Goes through sessions.
    mutating func readSessions() {
        var elements = JSONElements(of: file)
        while let element = elements.enter() {
            var builder = builder(at: element.place)
            let end = readSession(from: element.start, to: &builder)
            reading.take(builder)
            switch end {
            case .at(let index): elements.leave(element, at: index)
            case .broken: elements.leave(element, at: nil)
            case .cutOff: elements.stop()
            }
        }
        reading.report(elements.problems)
        reading.conversations = BranchLinker.link(reading.conversations)
    }

    private func builder(at place: String) -> ConversationBuilder {
        ConversationBuilder(place: place, keepsRoles: true, leaving: .array)
    }

    private func readSession(from start: Int, to builder: inout ConversationBuilder) -> End {
        let place = builder.conversation.place
        guard bytes.byte(at: start) == UInt8(ascii: "{"),
            var cutter = JSONCutter(bytes, in: start..<Int.max)
        else {
            builder.report(.loss(at: place, "It is no object, so it was left out."))
            return .broken
        }
        while let part = cutter.enter() {
            var end: End?
            switch part.key {
            case "messages" where bytes.byte(at: part.start) == UInt8(ascii: "["):
                end = readMessages(from: part.start, to: &builder)
            case "messages": builder.report(.loss(at: place, "Its messages are no array."))
            case "shelf": end = readShelf(from: part.start, to: &builder)
            case "images": end = readImages(from: part.start, to: &builder)
            case "metadata": readHead(cutter, part, to: &builder)
            default: break
            }
            switch end {
            case .at(let index): cutter.resume(at: index)
            case .broken, nil: _ = cutter.skip(part)
            case .cutOff: return .cutOff
            }
        }
        return end(of: cutter, in: &builder, at: place)
    }

    private func readHead(
        _ cutter: JSONCutter<ByteWindow>, _ entrance: JSONEntrance,
        to builder: inout ConversationBuilder
    ) {
        var cutter = cutter
        guard let part = cutter.skip(entrance), !part.isTooDeep else { return }
        if let head = decoding.value(HeadRecord.self, from: bytes.bytes(in: part.range)) {
            builder.describe(head)
        } else {
            builder.report(
                .loss(at: builder.conversation.place, "Its metadata could not be read."))
        }
    }

    private func readMessages(from start: Int, to builder: inout ConversationBuilder) -> End {
        guard var cutter = JSONCutter(bytes, in: start..<Int.max) else { return .broken }
        builder.closePage()
        var number = 0
        while let part = cutter.next() {
            number += 1
            guard part.range.count <= TranscriptLimits.messageTextBytes else {
                builder.reportSize(at: number)
                continue
            }
            builder.extend(to: part.range, number: number)
            if let read = source.message(
                in: bytes.bytes(in: part.range), part, at: number, &builder)
            {
                builder.add(read.message, said: read.said, at: number)
            }
        }
        return end(of: cutter, in: &builder, at: builder.place(ofMessage: number + 1))
    }

    private func readShelf(from start: Int, to builder: inout ConversationBuilder) -> End {
        guard var cutter = JSONCutter(bytes, in: start..<Int.max) else { return .broken }
        let place = builder.conversation.place
        var number = 0
        while let part = cutter.next() {
            number += 1
            source.addShelf(
                in: bytes.bytes(in: part.range), at: "\(place), shelf \(number)", to: &builder)
        }
        return end(of: cutter, in: &builder, at: "\(place), shelf \(number + 1)")
    }

    private func readImages(from start: Int, to builder: inout ConversationBuilder) -> End {
        guard var cutter = JSONCutter(bytes, in: start..<Int.max) else { return .broken }
        let place = builder.conversation.place
        var number = 0
        while let part = cutter.next() {
            number += 1
            source.addImage(
                in: bytes.bytes(in: part.range), at: "\(place), image \(number)", to: &builder)
        }
        return end(of: cutter, in: &builder, at: "\(place), image \(number + 1)")
    }

    /// How going through a part ended, with a problem where that is not its end.
    private func end(
        of cutter: JSONCutter<ByteWindow>, in builder: inout ConversationBuilder, at place: String
    ) -> End {
        guard let offset = cutter.brokenAt else { return .at(cutter.index) }
        builder.report(
            .loss(
                at: "\(place), byte \(offset)",
                cutter.isCutOff ? ImportProblem.cutOff : ImportProblem.broken))
        return cutter.isCutOff ? .cutOff : .broken
    }
}
