/// What follows an ESC, when it is more than one character.
struct EscapeSequence {
    /// How many bytes it has, without the ESC.
    let length: Int

    private let kind: UInt8
    private let final: UInt8
    private let parameters: [Int]

    /// Reads a sequence; `nil` while its end is missing.
    ///
    /// - Parameter bytes: What follows the ESC, and more.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let kind = bytes.first else { return nil }
        let body = bytes.dropFirst()
        self.kind = kind
        switch kind {
        case UInt8(ascii: "["):
            guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
                return nil
            }
            parameters = Self.numbers(body[..<end])
            // The Linux console's function keys: a second bracket, then a letter.
            let isConsoleKey = bytes[end] == UInt8(ascii: "[") && end == body.startIndex
            guard !isConsoleKey || bytes.count > 2 else { return nil }
            // A control character breaks a sequence off and begins something new.
            let isBroken = bytes[end] < 0x20
            final = isConsoleKey || isBroken ? 0 : bytes[end]
            length = end - bytes.startIndex + (isConsoleKey ? 2 : isBroken ? 0 : 1)
        case UInt8(ascii: "O"):
            guard let letter = body.first else { return nil }
            (final, parameters, length) = (letter, [], letter < 0x20 ? 1 : 2)
        default:
            guard let end = Self.stringEnd(body) else { return nil }
            (final, parameters, length) = (0, [], end - bytes.startIndex)
        }
    }

    /// Whether it begins a bracketed paste.
    var beginsPaste: Bool { final == UInt8(ascii: "~") && parameters.first == 200 }

    /// The key it stands for.
    var key: Key {
        switch final {
        case UInt8(ascii: "~"): numberedKey
        case UInt8(ascii: "u"): codedKey(parameters.first, modifier: modifier)
        case UInt8(ascii: "M") where kind == UInt8(ascii: "O"): .special(.enter)
        case UInt8(ascii: "A"): .special(.up)
        case UInt8(ascii: "B"): .special(.down)
        case UInt8(ascii: "C"): .special(modifier > 1 ? .wordRight : .right)
        case UInt8(ascii: "D"): .special(modifier > 1 ? .wordLeft : .left)
        case UInt8(ascii: "H"): .special(.home)
        case UInt8(ascii: "F"): .special(.end)
        default: .special(.nothing)
        }
    }

    private var modifier: Int { parameters.count > 1 ? parameters[1] : 1 }

    private var numberedKey: Key {
        switch parameters.first {
        case 1, 7: .special(.home)
        case 4, 8: .special(.end)
        case 3: .special(.delete)
        case 27 where parameters.count > 2: codedKey(parameters[2], modifier: modifier)
        default: .special(.nothing)
        }
    }

    /// A key as a character's code and modifiers: xterm's modifyOtherKeys and CSI u.
    private func codedKey(_ code: Int?, modifier: Int) -> Key {
        let flags = max(0, modifier - 1)
        let (hasAlt, hasControl) = (flags & 2 != 0, flags & 4 != 0)
        guard let code, let scalar = Unicode.Scalar(UInt32(code)) else { return .special(.nothing) }
        switch code {
        case 13: return .special(flags == 0 ? .enter : .newline)
        case 27: return .special(.escape)
        case 0x40..<0x80 where hasControl:
            let control = Unicode.Scalar(UInt8(code & 0x1F))
            return control == "\n" ? .special(.newline) : .scalar(control)
        case 0..<0x80 where hasAlt: return .meta(scalar)
        case 9, 127: return .scalar(scalar)
        case 0x20... where scalar.isText: return .scalar(scalar)
        default: return .special(.nothing)
        }
    }

    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
        bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
            let digits = field.prefix { (0x30...0x39).contains($0) }.prefix(7)
            return Int(String(decoding: digits, as: UTF8.self)) ?? 1
        }
    }

    /// Where an OSC or DCS string ends: after BEL or ESC \, and before any other ESC.
    private static func stringEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let end = bytes.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else { return nil }
        guard bytes[end] == 0x1B else { return end + 1 }
        guard end + 1 < bytes.endIndex else { return nil }
        return bytes[end + 1] == UInt8(ascii: "\\") ? end + 2 : end
    }
}
