/// Bytes that are looked at one by one, whether all of them are in memory or not.
protocol JSONBytes {
    /// The byte at an index, or `nil` behind the last one.
    func byte(at index: Int) -> UInt8?
    /// The bytes of a range, as far as there are any.
    func bytes(in range: Range<Int>) -> [UInt8]
    /// The first index from one on at which a text may end or have an escape.
    func endOfPlainText(from index: Int) -> Int
}

extension [UInt8]: JSONBytes {
    /// The byte at an index, or `nil` behind the last one.
    func byte(at index: Int) -> UInt8? { index < count ? self[index] : nil }

    /// The bytes of a range, as far as there are any.
    func bytes(in range: Range<Int>) -> [UInt8] { Array(self[range.clamped(to: indices)]) }

    /// The first index from one on at which a text ends or has an escape, or `count`.
    func endOfPlainText(from index: Int) -> Int {
        withUnsafeBufferPointer { bytes in
            var index = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "\""),
                bytes[index] != UInt8(ascii: "\\")
            { index += 1 }
            return index
        }
    }
}
