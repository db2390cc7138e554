/// What stands beside a mark decides whether the mark begins or ends something.
enum CharacterClass {
    /// White space, or the edge of the line.
    case space
    /// Punctuation of ASCII.
    case punctuation
    /// A letter or a digit of ASCII.
    case word
    /// A letter beyond ASCII.
    case letter
    /// Punctuation beyond ASCII.
    ///
    /// Chinese and Japanese have no blanks around it, so it keeps no mark from being one.
    case symbol

    /// The class of the character that begins at an index; the edge of the line behind the end.
    init(at index: Int, in bytes: [UInt8]) {
        guard index < bytes.count else {
            self = .space
            return
        }
        let first = bytes[index]
        guard first >= 0x80 else {
            self.init(first)
            return
        }
        let rest = bytes[index...].prefix(3).dropFirst()
        self.init(first, rest.first ?? 0, rest.dropFirst().first ?? 0)
    }

    /// The class of the character that ends before an index, which is not the first one.
    init(before index: Int, in bytes: [UInt8]) {
        var start = index - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        self.init(at: start, in: bytes)
    }

    private init(_ byte: UInt8) {
        self =
            byte <= 0x20
            ? .space : ASCII.isPunctuation(byte) ? .punctuation : byte < 0x7F ? .word : .symbol
    }

    /// The class of a character by its first three bytes.
    private init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        switch (first, second, third) {
        case (0xC2, 0xA0, _), (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x80...0x8A): self = .space
        // U+00A1 to U+00BF, U+2000 to U+2BFF, U+3000 to U+303F, U+FF00 to U+FF3F, emoji.
        case (0xC2, _, _), (0xE2, 0x80...0xAF, _), (0xE3, 0x80, _), (0xEF, 0xBC, _),
            (0xF0, 0x9F, _):
            self = .symbol
        default: self = .letter
        }
    }
}
