/// Turns the bytes of a paste into text: UTF-8 repaired, newlines alike, no control characters.
enum PastedText {
    /// Makes the text.
    static func clean(_ bytes: [UInt8]) -> String {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var last: UInt8 = 0
        for byte in bytes {
            let isSecondOfPair = byte == 0x0A && last == 0x0D
            last = byte
            switch byte {
            case 0x0D: kept.append(0x0A)
            case 0x0A where isSecondOfPair: continue
            case 0x0A, 0x09: kept.append(byte)
            case 0..<0x20, 0x7F: continue
            default: kept.append(byte)
            }
        }
        var text = String(decoding: kept, as: UTF8.self)
        text.unicodeScalars.removeAll { !$0.isText }
        return text
    }
}
