/// The plain spelling of every scalar: in lower case, without accents, letters of double width as
/// ASCII.
///
/// The scripts of most texts are looked up, the others are worked out from Unicode's properties.
struct FoldTable: Sendable {
    /// The one table, made when it is first asked for.
    static let shared = FoldTable()

    private static let lowCount: UInt32 = 0x1000
    private static let highStart: UInt32 = 0x1E00
    private static let highCount: UInt32 = 0x270

    private let low: [ScalarFold]
    private let high: [ScalarFold]
    private let rows: [UInt32: ScalarFold]

    private init() {
        var rows: [UInt32: ScalarFold] = [:]
        for row in FoldRows.all {
            let kind = row.plain.unicodeScalars.first.map(Self.kind) ?? .separator
            for letter in row.letters.unicodeScalars {
                rows[letter.value] = ScalarFold(row.plain.utf8, kind: kind)
            }
        }
        self.rows = rows
        low = (0..<Self.lowCount).map { Self.workedOut($0, rows: rows) }
        high = (0..<Self.highCount).map { Self.workedOut(Self.highStart + $0, rows: rows) }
    }

    /// The plain spelling of a scalar; numbers that are none are U+FFFD.
    @inline(__always)
    func fold(_ scalar: UInt32) -> ScalarFold {
        if scalar < Self.lowCount { return low[Int(scalar)] }
        let place = scalar &- Self.highStart
        if place < Self.highCount { return high[Int(place)] }
        if DenseScripts.frequent(scalar) {
            return ScalarFold(
                bytes: (scalar >> 12 | 0xE0) | (scalar >> 6 & 0x3F | 0x80) << 8
                    | (scalar & 0x3F | 0x80) << 16,
                count: 3, kind: .dense)
        }
        return Self.workedOut(scalar, rows: rows)
    }

    private static func workedOut(_ value: UInt32, rows: [UInt32: ScalarFold]) -> ScalarFold {
        guard let scalar = Unicode.Scalar(value) else {
            return ScalarFold("\u{FFFD}".utf8, kind: .separator)
        }
        if isDropped(value) { return .dropped }
        if let row = rows[value] { return row }
        if (0xFF01...0xFF5E).contains(value) {
            return workedOut(value - 0xFEE0, rows: rows)
        }
        let lowered = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        if let row = rows[lowered.value] { return row }
        return ScalarFold(
            UTF8.encode(lowered) ?? UTF8.encodedReplacementCharacter, kind: kind(lowered))
    }

    private static func isDropped(_ value: UInt32) -> Bool {
        switch value {
        case 0x300...0x36F, 0xAD, 0x200C, 0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: true
        default: false
        }
    }

    private static func kind(_ scalar: Unicode.Scalar) -> ScalarKind {
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            return byte.isASCIILetterOrDigit ? .word : .separator
        }
        if DenseScripts.contains(scalar.value) { return .dense }
        if scalar.properties.isAlphabetic { return .word }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            return .word
        default: return .separator
        }
    }
}

extension UInt8 {
    /// Whether it is a letter or a digit of ASCII.
    var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
