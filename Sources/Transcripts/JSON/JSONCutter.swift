/// Cuts a JSON array or object into its parts, without looking into them.
///
/// A part that is broken but balanced does not hide those behind it. Nothing here recurses, so
/// nesting without end costs no stack.
struct JSONCutter {
    /// One element of an array, or one member of an object.
    struct Part {
        /// The member's key, or `nil` in an array.
        let key: String?
        /// Where its value is.
        let range: Range<Int>
        /// How deep it is nested, itself included.
        let depth: Int
        /// Whether it is nested deeper than is allowed.
        var isTooDeep: Bool { depth > TranscriptLimits.jsonDepth }
    }

    private let bytes: [UInt8]
    private var index: Int
    private let end: Int
    private let isObject: Bool
    private var isFirst = true
    private var isDone = false
    /// Where it broke off, if it did not come to the closing bracket.
    private(set) var brokenAt: Int?

    /// Stands before the first part, or returns `nil` where there is no array or object.
    init?(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        let range = range ?? bytes.indices
        end = range.upperBound
        index = range.lowerBound
        while index < end, Self.isBlank(bytes[index]) { index += 1 }
        guard index < end, bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[")
        else { return nil }
        isObject = bytes[index] == UInt8(ascii: "{")
        index += 1
    }

    /// The next part, or `nil` at the end.
    mutating func next() -> Part? {
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
        let start = index
        guard let depth = skipValue() else { return breakOff(at: start) }
        return Part(key: key, range: start..<index, depth: depth)
    }

    private mutating func breakOff(at place: Int? = nil) -> Part? {
        brokenAt = place ?? index
        isDone = true
        return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }

    private mutating func skipBlanks() {
        while index < end, Self.isBlank(bytes[index]) { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < end, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func takeKey() -> String? {
        let start = index + 1
        guard index < end, bytes[index] == UInt8(ascii: "\""), skipString() else { return nil }
        let text = bytes[start..<index - 1]
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { return nil }
        skipBlanks()
        guard text.contains(UInt8(ascii: "\\")) else {
            return String(decoding: text, as: UTF8.self)
        }
        return JSONDecoding().value(
            String.self, from: Array(bytes[start - 1..<start + text.count + 1]))
            ?? String(decoding: text, as: UTF8.self)
    }

    private mutating func skipString() -> Bool {
        index += 1
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                return true
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
        index = end
        return false
    }

    /// Skips a value and returns how deep it is nested, or `nil` where it does not end.
    private mutating func skipValue() -> Int? {
        var depth = 0
        var deepest = 0
        let start = index
        while index < end {
            switch bytes[index] {
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
