/// Random bytes as base64url text without padding (RFC 4648, section 5).
public enum RandomText {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Draws bytes and encodes them.
    ///
    /// - Parameters:
    ///   - byteCount: How many bytes to draw.
    ///   - generator: Where they come from.
    /// - Returns: Four characters for every three bytes, rounded up to whole characters.
    public static func make(
        byteCount: Int, using generator: inout some RandomNumberGenerator
    ) -> String {
        var text: [UInt8] = []
        var pool: UInt32 = 0
        var bits: UInt32 = 0
        var drawn: UInt64 = 0
        for index in 0..<byteCount {
            // Each draw is a call of the system.
            if index.isMultiple(of: 8) { drawn = generator.next() }
            pool = pool << 8 | UInt32(truncatingIfNeeded: drawn & 0xFF)
            drawn >>= 8
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[Int(pool >> bits & 63)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(pool << (6 - bits) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
