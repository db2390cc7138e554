/// Repairs JSON in which half of a surrogate pair is escaped.
package enum LoneSurrogates {
    /// Replaces each half without its other half by `\ufffd`.
    package static func replaced(in json: [UInt8]) -> [UInt8] {
        var result = json
        var index = 0
        while index < result.count {
            guard result[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            guard let unit = escapedUnit(result, at: index) else {
                index += 2
                continue
            }
            if (0xD800..<0xDC00).contains(unit),
                let next = escapedUnit(result, at: index + 6), (0xDC00..<0xE000).contains(next)
            {
                index += 12
                continue
            }
            if (0xD800..<0xE000).contains(unit) {
                result.replaceSubrange(index + 2..<index + 6, with: Array("fffd".utf8))
            }
            index += 6
        }
        return result
    }

    private static func escapedUnit(_ json: [UInt8], at index: Int) -> UInt16? {
        guard index + 6 <= json.count, json[index] == UInt8(ascii: "\\"),
            json[index + 1] == UInt8(ascii: "u")
        else { return nil }
        return UInt16(String(decoding: json[index + 2..<index + 6], as: UTF8.self), radix: 16)
    }
}
