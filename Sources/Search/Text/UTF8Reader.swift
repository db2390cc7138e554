/// Reads scalars from bytes that may be no UTF-8.
enum UTF8Reader {
    /// The scalar that begins at a place, and how many bytes it takes.
    ///
    /// A byte that begins none is U+FFFD, by itself, so that nothing behind it is swallowed.
    @inline(__always)
    static func scalar(
        _ bytes: UnsafeRawBufferPointer, at place: Int
    ) -> (value: UInt32, count: Int) {
        let first = UInt32(bytes[place])
        if first < 0x80 { return (first, 1) }
        let left = bytes.count &- place
        if first >= 0xC2, first < 0xE0, left >= 2 {
            let second = UInt32(bytes[place &+ 1])
            if second & 0xC0 == 0x80 { return ((first & 0x1F) << 6 | second & 0x3F, 2) }
        } else if first >= 0xE0, first < 0xF0, left >= 3 {
            let second = UInt32(bytes[place &+ 1])
            let third = UInt32(bytes[place &+ 2])
            let value = (first & 0xF) << 12 | (second & 0x3F) << 6 | third & 0x3F
            if second & 0xC0 == 0x80, third & 0xC0 == 0x80, value >= 0x800,
                value & 0xF800 != 0xD800
            {
                return (value, 3)
            }
        } else if first >= 0xF0, first < 0xF5, left >= 4 {
            return four(bytes, at: place, first: first)
        }
        return (0xFFFD, 1)
    }

    private static func four(
        _ bytes: UnsafeRawBufferPointer, at place: Int, first: UInt32
    ) -> (value: UInt32, count: Int) {
        var value = first & 7
        for offset in 1...3 {
            let byte = UInt32(bytes[place + offset])
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | byte & 0x3F
        }
        return (0x10000...0x10FFFF).contains(value) ? (value, 4) : (0xFFFD, 1)
    }
}
