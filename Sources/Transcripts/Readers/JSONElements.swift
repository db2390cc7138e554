/// Goes through the conversations of a JSON file: the elements of an array, or one object.
struct JSONElements {
    /// A conversation that is about to be looked at.
    struct Element {
        /// Where it is, in words.
        let place: String
        /// Where it begins.
        let start: Int
        fileprivate let entrance: JSONEntrance?
    }

    private let bytes: ByteWindow
    private let noun: String
    private var array: JSONCutter<ByteWindow>?
    private var alone: Element?
    private var number = 0
    private var lost = ProblemList()

    /// Stands before the first conversation.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - noun: What its conversations are called.
    init(of file: TranscriptFile, called noun: String = "conversation") {
        bytes = file.window
        self.noun = noun
        let first = bytes.firstVisible()
        if first?.byte == UInt8(ascii: "[") {
            array = JSONCutter(bytes)
        } else if let first, first.byte == UInt8(ascii: "{") {
            alone = Element(place: "\(noun) 1", start: first.index, entrance: nil)
        } else {
            lost.add(.loss(at: "byte 0", "This is no JSON."))
        }
    }

    /// What is wrong with the file.
    var problems: [ImportProblem] { lost.all(at: "the file") }

    /// The next conversation, which is then gone through or skipped.
    mutating func enter() -> Element? {
        defer { alone = nil }
        if let alone { return alone }
        guard let entrance = array?.enter() else {
            tellBreak(in: number + 1)
            return nil
        }
        number += 1
        return Element(
            place: "\(noun) \(number)", start: entrance.start, entrance: entrance)
    }

    /// Goes on behind a conversation that was gone through, if it is known where it ends.
    mutating func leave(_ element: Element, at end: Int?) {
        if let end { array?.resume(at: end) } else { skip(element) }
    }

    /// Ends here, because the file does.
    mutating func stop() { array = nil }

    /// The bytes of the next conversation; all that there is of the only one.
    mutating func next() -> (place: String, bytes: [UInt8], depth: Int)? {
        guard let element = enter() else { return nil }
        guard element.entrance != nil else {
            return (element.place, bytes.bytes(in: element.start..<Int.max), 0)
        }
        guard let part = skip(element) else { return nil }
        return (element.place, bytes.bytes(in: part.range), part.depth)
    }

    @discardableResult
    private mutating func skip(_ element: Element) -> JSONPart? {
        guard let entrance = element.entrance else { return nil }
        guard let part = array?.skip(entrance) else {
            tellBreak(in: number)
            return nil
        }
        return part
    }

    /// Says where the array breaks off, once.
    private mutating func tellBreak(in number: Int) {
        guard let array, let offset = array.brokenAt else { return }
        lost.add(
            .loss(
                at: "\(noun) \(number), byte \(offset)",
                array.isCutOff ? ImportProblem.cutOff : ImportProblem.broken))
        self.array = nil
    }
}

extension JSONElements {
    /// A reading for each conversation, and one with what is wrong with the file.
    static func readings(
        of file: TranscriptFile,
        _ read: @escaping (_ place: String, _ bytes: [UInt8]) -> ImportReading
    ) -> AnyIterator<ImportReading> {
        var elements = JSONElements(of: file)
        var isDone = false
        return AnyIterator {
            if let (place, bytes, _) = elements.next() { return read(place, bytes) }
            guard !isDone else { return nil }
            isDone = true
            var reading = ImportReading()
            reading.report(elements.problems)
            return reading
        }
    }
}
