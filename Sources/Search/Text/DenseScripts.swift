/// The scripts that put no spaces between words.
///
/// Hangul is among them, although Korean has spaces: particles are written at the end of its words.
enum DenseScripts {
    /// Whether a scalar is of the most frequent of them: unified ideographs, kana, Hangul.
    @inline(__always)
    static func frequent(_ value: UInt32) -> Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE, 0xAC00...0xD7A3:
            true
        default: false
        }
    }

    /// Whether a scalar is of any of them, and no punctuation.
    static func contains(_ value: UInt32) -> Bool {
        frequent(value) || asian(value) || indochinese(value)
    }

    private static func asian(_ value: UInt32) -> Bool {
        switch value {
        // Jamo, radicals, iteration marks, numerals of Hangzhou.
        case 0x1100...0x11FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035,
            0x3038...0x303C:
            true
        // Marks of kana, bopomofo, extensions of both, jamo for compatibility.
        case 0x3099...0x309A, 0x309D...0x309F, 0x30FF, 0x3105...0x312F, 0x3131...0x318E,
            0x31A0...0x31BF, 0x31F0...0x31FF:
            true
        // Ideographs for compatibility, extensions, kana of half width.
        case 0x3400...0x4DBF, 0xA960...0xA97C, 0xD7B0...0xD7FB, 0xF900...0xFAFF, 0xFF66...0xFF9F,
            0x1B000...0x1B16F, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    private static func indochinese(_ value: UInt32) -> Bool {
        switch value {
        // Thai, Lao, Burmese, Khmer.
        case 0xE01...0xE3A, 0xE40...0xE4E, 0xE50...0xE59, 0xE81...0xEDF, 0x1000...0x1049,
            0x1050...0x109D, 0x1780...0x17D3:
            true
        default: false
        }
    }
}
