/// Mends JSON in which one half of a surrogate pair is escaped.
enum SurrogateHalves {
    /// The text with `\ufffd` in place of every half that has lost its other half.
    static func replaced(in json: [UInt8]) -> [UInt8] {
        var mended = json
        var index = 0
        while let slash = mended[index...].firstIndex(of: UInt8(ascii: "\\")) {
            index = slash + 2
            guard let unit = unit(mended, at: slash) else {
                if index > mended.count { break }
                continue
            }
            index = slash + 6
            if UTF16.isLeadSurrogate(unit), let other = self.unit(mended, at: index),
                UTF16.isTrailSurrogate(other)
            {
                index += 6
            } else if UTF16.isSurrogate(unit) {
                mended.replaceSubrange(slash + 2..<index, with: "fffd".utf8)
            }
        }
        return mended
    }

    private static func unit(_ json: [UInt8], at index: Int) -> UInt16? {
        guard index <= json.count else { return nil }
        guard json[index...].prefix(2).elementsEqual(#"\u"#.utf8), index + 6 <= json.count else {
            return nil
        }
        return UInt16(String(decoding: json[index + 2..<index + 6], as: UTF8.self), radix: 16)
    }
}
