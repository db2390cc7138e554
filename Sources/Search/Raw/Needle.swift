/// A plain spelling to look for in bytes whose ASCII letters may be of either case.
struct Needle: Hashable, Sendable {
    /// What is looked for.
    let bytes: [UInt8]

    private typealias Block = SIMD16<UInt8>

    /// Takes a plain spelling.
    init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// Whether it is all ASCII.
    var isASCII: Bool { bytes.allSatisfy { $0 < 0x80 } }

    /// The first place where it stands from some place on; one without bytes stands nowhere.
    func first(in text: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
        let count = bytes.count
        guard count > 0, start >= 0, text.count - start >= count, let base = text.baseAddress else {
            return nil
        }
        return bytes.withUnsafeBufferPointer { needle in
            let (first, last) = (needle[0], needle[count - 1])
            let firsts = Block(repeating: first), lasts = Block(repeating: last)
            let firstCase = Block(repeating: Self.caseBit(first))
            let lastCase = Block(repeating: Self.caseBit(last))
            let end = text.count - count + 1
            var place = start
            while place + Block.scalarCount <= end {
                let heads = base.loadUnaligned(fromByteOffset: place, as: Block.self)
                let tails = base.loadUnaligned(fromByteOffset: place + count - 1, as: Block.self)
                let hits = (heads | firstCase) .== firsts .& ((tails | lastCase) .== lasts)
                if Self.isAny(hits) {
                    for offset in 0..<Block.scalarCount
                    where hits[offset] && Self.stands(needle, at: base + place + offset) {
                        return place + offset
                    }
                }
                place += Block.scalarCount
            }
            while place < end {
                if Self.stands(needle, at: base + place) { return place }
                place += 1
            }
            return nil
        }
    }

    /// All places where it stands that are admitted, none within another one.
    func ranges(in text: [UInt8], where admits: (Range<Int>) -> Bool) -> [Range<Int>] {
        text.withUnsafeBytes { text in
            var ranges: [Range<Int>] = []
            var place = 0
            while let found = first(in: text, from: place) {
                let range = found..<(found + bytes.count)
                let isAdmitted = admits(range)
                if isAdmitted { ranges.append(range) }
                place = isAdmitted ? range.upperBound : found + 1
            }
            return ranges
        }
    }

    @inline(__always)
    private static func isAny(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
        let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        return halves[0] | halves[1] != 0
    }

    @inline(__always)
    private static func stands(
        _ needle: UnsafeBufferPointer<UInt8>, at place: UnsafeRawPointer
    ) -> Bool {
        for offset in 0..<needle.count {
            let byte = place.load(fromByteOffset: offset, as: UInt8.self)
            let isCapital = byte &- UInt8(ascii: "A") < 26
            guard (isCapital ? byte | 0x20 : byte) == needle[offset] else { return false }
        }
        return true
    }

    private static func caseBit(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? 0x20 : 0
    }
}
