/// Checks that bytes are one JSON object, to the letter, without making values of them.
struct JSONScanner {
    /// What is known of an object that was checked.
    struct Facts {
        /// Where its first brace is.
        let start: Int
        /// Where the value of its own `timestamp` is.
        var timestamp: Range<Int>?
        /// Whether there is nothing between its braces.
        var isEmpty = true
        /// Whether it goes over several lines.
        var hasLineBreaks = false
    }

    private let bytes: [UInt8]
    private var index = 0
    private var hasLineBreaks = false

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Checks an object, or returns `nil` for anything else.
    static func object(in bytes: [UInt8]) -> Facts? {
        var scanner = JSONScanner(bytes)
        scanner.skipBlanks()
        var facts = Facts(start: scanner.index)
        guard scanner.object(depth: 1, noting: &facts) else { return nil }
        scanner.skipBlanks()
        guard scanner.index == bytes.count, String(validating: bytes, as: UTF8.self) != nil else {
            return nil
        }
        facts.hasLineBreaks = scanner.hasLineBreaks
        return facts
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): hasLineBreaks = true
            default: return
            }
            index += 1
        }
    }

    private mutating func object(depth: Int, noting facts: inout Facts) -> Bool {
        guard depth <= TranscriptLimits.jsonDepth, take(UInt8(ascii: "{")) else { return false }
        skipBlanks()
        if take(UInt8(ascii: "}")) { return true }
        facts.isEmpty = false
        repeat {
            skipBlanks()
            let key = index
            guard string() else { return false }
            let keyEnd = index
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { return false }
            skipBlanks()
            let start = index
            guard value(depth: depth + 1) else { return false }
            if depth == 1, bytes[key..<keyEnd].elementsEqual(Self.timestampKey) {
                facts.timestamp = start..<index
            }
            skipBlanks()
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    private static let timestampKey = Array(#""timestamp""#.utf8)

    private mutating func array(depth: Int) -> Bool {
        guard depth <= TranscriptLimits.jsonDepth, take(UInt8(ascii: "[")) else { return false }
        skipBlanks()
        if take(UInt8(ascii: "]")) { return true }
        repeat {
            skipBlanks()
            guard value(depth: depth + 1) else { return false }
            skipBlanks()
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]"))
    }

    private mutating func value(depth: Int) -> Bool {
        switch next {
        case UInt8(ascii: "{"):
            var inner = Facts(start: index)
            return object(depth: depth, noting: &inner)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    private mutating func word(_ word: StaticString) -> Bool {
        let isThere = bytes[index...].starts(with: word.description.utf8)
        index += word.utf8CodeUnitCount
        return isThere
    }

    private mutating func string() -> Bool {
        guard take(UInt8(ascii: "\"")) else { return false }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return true
            case UInt8(ascii: "\\"): guard escape() else { return false }
            case 0..<0x20: return false
            default: break
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        guard let byte = next else { return false }
        index += 1
        guard byte == UInt8(ascii: "u") else {
            return #""\/bfnrt"#.utf8.contains(byte)
        }
        guard index + 4 <= bytes.count, bytes[index..<index + 4].allSatisfy(Self.isHexDigit)
        else { return false }
        index += 4
        return true
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    private mutating func number() -> Bool {
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) {
            guard digits() else { return false }
        }
        if take(UInt8(ascii: ".")) {
            guard digits() else { return false }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            return digits()
        }
        return true
    }

    private mutating func digits() -> Bool {
        let start = index
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
        return index > start
    }
}
