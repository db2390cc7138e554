/// Turns the bytes of a terminal into keys.
///
/// Escape sequences that mean nothing here are swallowed whole; libedit would take their tails
/// for text.
struct KeyDecoder: Sendable {
    private static let pasteEnd = Array("\u{1b}[201~".utf8)

    private var bytes: [UInt8] = []
    private var position = 0
    private var searched = 0

    /// Whether a paste has begun and not ended.
    private(set) var isInPaste = false

    /// Whether what is left may be the start of a longer key: time decides.
    var isIncomplete: Bool { position < bytes.count && !isInPaste }

    /// Adds bytes as they come.
    mutating func feed(_ new: some Sequence<UInt8>) {
        if position == bytes.count {
            bytes.removeAll(keepingCapacity: bytes.count < 65_536)
            position = 0
            searched = 0
        }
        bytes.append(contentsOf: new)
    }

    /// Reads a key, if there is a whole one.
    ///
    /// - Parameter isFinal: Nothing more came in time: what is left is all there is.
    /// - Returns: The key, or `nil` while its bytes are not all there.
    mutating func next(isFinal: Bool = false) -> Key? {
        if isInPaste { return readPaste() }
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case 0x1B: return readEscape(isFinal)
        case 0x0D: return take(1, .special(.enter))
        case 0x0A: return take(1, .special(.newline))
        case 0..<0x80: return take(1, .scalar(Unicode.Scalar(bytes[position])))
        default: return readCharacter(isFinal)
        }
    }

    /// Ends a paste whose end mark never came.
    mutating func abandonPaste() -> Key? {
        guard isInPaste else { return nil }
        isInPaste = false
        return take(bytes.count - position, .paste(Array(bytes[position...])))
    }

    private mutating func take(_ count: Int, _ key: Key) -> Key {
        position += count
        return key
    }

    private mutating func readPaste() -> Key? {
        let end = Self.pasteEnd
        var start = max(position, searched - end.count + 1)
        while start + end.count <= bytes.count {
            if bytes[start] == end[0], bytes[start..<start + end.count].elementsEqual(end) {
                let text = Array(bytes[position..<start])
                isInPaste = false
                return take(text.count + end.count, .paste(text))
            }
            start += 1
        }
        searched = bytes.count
        return nil
    }

    /// Reads UTF-8, strictly: a byte that does not belong is dropped.
    private mutating func readCharacter(_ isFinal: Bool) -> Key? {
        let lead = bytes[position]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
        let available = bytes[position...].prefix(length)
        let isBroken = length == 1 || available.dropFirst().contains { $0 & 0xC0 != 0x80 }
        if isBroken { return take(1, .special(.nothing)) }
        guard available.count == length else {
            return isFinal ? take(available.count, .special(.nothing)) : nil
        }
        guard let scalar = String(validating: available, as: UTF8.self)?.unicodeScalars.first else {
            return take(1, .special(.nothing))
        }
        return take(length, scalar.isText ? .scalar(scalar) : .special(.nothing))
    }

    private mutating func readEscape(_ isFinal: Bool) -> Key? {
        let rest = bytes[(position + 1)...]
        guard let next = rest.first else {
            return isFinal ? take(1, .special(.escape)) : nil
        }
        switch next {
        case 0x1B: return take(1, .special(.escape))
        case 0x0D, 0x0A: return take(2, .special(.newline))
        case UInt8(ascii: "["), UInt8(ascii: "O"), UInt8(ascii: "]"), UInt8(ascii: "P"):
            guard let sequence = EscapeSequence(rest) else {
                return isFinal ? take(1 + rest.count, .special(.nothing)) : nil
            }
            return read(sequence)
        case 0..<0x80: return take(2, .meta(Unicode.Scalar(next)))
        default: return take(1, .special(.escape))
        }
    }

    private mutating func read(_ sequence: EscapeSequence) -> Key? {
        position += 1 + sequence.length
        guard sequence.beginsPaste else { return sequence.key }
        isInPaste = true
        searched = position
        return readPaste()
    }
}

extension Unicode.Scalar {
    /// Whether it may be typed: no C1 control character, and not in the range that folds use.
    var isText: Bool { !(0x7F..<0xA0).contains(value) && value < 0xF0000 }
}
