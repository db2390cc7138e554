/// Text in which control characters are seen rather than obeyed.
enum VisibleText {
    /// The picture of a control character, or `nil` for a byte that is none, and for a line break
    /// or a tab.
    static func picture(of byte: UInt8) -> [UInt8]? {
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"): nil
        case 0..<0x20: [0xE2, 0x90, 0x80 + byte]
        case 0x7F: [0xE2, 0x90, 0xA1]
        default: nil
        }
    }

    /// A text with pictures in place of its control characters; those beyond ASCII, which some
    /// terminals obey too, become U+FFFD.
    static func of(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if previous == 0xC2, byte < 0xA0 {
                bytes.removeLast()
                bytes += "\u{FFFD}".utf8
            } else if let picture = picture(of: byte) {
                bytes += picture
            } else {
                bytes.append(byte)
            }
            previous = byte
        }
        return bytes
    }
}
