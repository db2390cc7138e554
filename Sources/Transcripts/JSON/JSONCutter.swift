/// Cuts a JSON array or object into its parts, without looking into them.
///
/// A part that is broken but balanced does not hide those behind it. Nothing here recurses, so
/// nesting without end costs no stack.
struct JSONCutter<Bytes: JSONBytes> {
    private let bytes: Bytes
    private let end: Int
    private let isObject: Bool
    private var isFirst = true
    private var isDone = false
    /// Where it stands.
    private(set) var index: Int
    /// Where it broke off, if it did not come to the closing bracket.
    private(set) var brokenAt: Int?

    /// Stands before the first part, or returns `nil` where there is no array or object.
    init?(_ bytes: Bytes, in range: Range<Int> = 0..<Int.max) {
        self.bytes = bytes
        end = range.upperBound
        index = range.lowerBound
        let first = bytes.firstVisible(in: range)
        guard let first, first.byte == UInt8(ascii: "{") || first.byte == UInt8(ascii: "[")
        else { return nil }
        isObject = first.byte == UInt8(ascii: "{")
        index = first.index + 1
    }

    /// The next part, or `nil` at the end.
    mutating func next() -> JSONPart? { enter().flatMap { skip($0) } }

    /// Stands before the value of the next part, or returns `nil` at the end.
    ///
    /// The value is then either skipped, or gone through by others who say where it ends.
    mutating func enter() -> JSONEntrance? {
        guard !isDone else { return nil }
        skipBlanks()
        if take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            isDone = true
            return nil
        }
        guard isFirst || take(UInt8(ascii: ",")) else { return breakOff() }
        isFirst = false
        skipBlanks()
        var key: String?
        if isObject {
            guard let text = takeKey() else { return breakOff() }
            key = text
        }
        return JSONEntrance(key: key, start: index)
    }

    /// Skips the value of a part that was entered, or returns `nil` where it does not end.
    mutating func skip(_ part: JSONEntrance) -> JSONPart? {
        index = part.start
        guard let depth = skipValue() else { return breakOff(at: part.start) }
        return JSONPart(key: part.key, range: part.start..<index, depth: depth)
    }

    /// Goes on behind a value that others went through.
    mutating func resume(at index: Int) { self.index = index }

    /// Whether it broke off because there are no more bytes.
    var isCutOff: Bool { brokenAt != nil && here == nil }

    private var here: UInt8? { index < end ? bytes.byte(at: index) : nil }

    private mutating func breakOff<Value>(at place: Int? = nil) -> Value? {
        brokenAt = place ?? index
        isDone = true
        return nil
    }

    private mutating func skipBlanks() {
        while let byte = here, byte.isJSONBlank { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard here == byte else { return false }
        index += 1
        return true
    }

    private mutating func takeKey() -> String? {
        let start = index
        guard here == UInt8(ascii: "\""), skipString() else { return nil }
        let quoted = bytes.bytes(in: start..<index)
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { return nil }
        skipBlanks()
        let text = quoted[1..<quoted.count - 1]
        guard text.contains(UInt8(ascii: "\\")) else {
            return String(decoding: text, as: UTF8.self)
        }
        return JSONDecoding().value(String.self, from: quoted)
            ?? String(decoding: text, as: UTF8.self)
    }

    private mutating func skipString() -> Bool {
        index += 1
        while let byte = here {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return true
            case UInt8(ascii: "\\"): index += 2
            default: index = bytes.endOfPlainText(from: index + 1)
            }
        }
        return false
    }

    /// Skips a value and returns how deep it is nested, or `nil` where it does not end.
    private mutating func skipValue() -> Int? {
        var depth = 0
        var deepest = 0
        let start = index
        while let byte = here {
            switch byte {
            case UInt8(ascii: "\""):
                guard skipString() else { return nil }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                deepest = max(deepest, depth)
                index += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return index > start ? deepest : nil }
                depth -= 1
                index += 1
            case UInt8(ascii: ",") where depth == 0: return index > start ? deepest : nil
            default: index += 1
            }
            if depth == 0, deepest > 0 { return deepest }
        }
        return depth == 0 && index > start ? deepest : nil
    }
}

extension JSONBytes {
    /// The first byte that is no blank.
    func firstVisible(in range: Range<Int> = 0..<Int.max) -> (index: Int, byte: UInt8)? {
        var index = range.lowerBound
        while index < range.upperBound, let byte = byte(at: index) {
            guard byte.isJSONBlank else { return (index, byte) }
            index += 1
        }
        return nil
    }
}

extension UInt8 {
    /// Whether it separates the words of JSON.
    fileprivate var isJSONBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
