/// Numbers for byte strings, in the order in which they were first seen.
///
/// All of them lie one behind the other, so that looking one up makes no copy of it.
struct ByteTable {
    private var bytes: [UInt8] = []
    private var ends: [Int32] = []
    /// Number and one, by hash; nothing where no string is.
    private var slots: [Int32] = Array(repeating: 0, count: 1024)

    /// How many there are.
    var count: Int { ends.count }

    /// The string of a number.
    subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }

    /// The number of a string, and whether it is new.
    mutating func number(of string: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        if ends.count * 2 >= slots.count { grow() }
        var slot = Int(truncatingIfNeeded: Self.hash(string)) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if isEqual(range(of: number), string) { return (number, false) }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes.append(contentsOf: string)
        ends.append(Int32(bytes.count))
        slots[slot] = Int32(ends.count)
        return (ends.count - 1, true)
    }

    private func range(of number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
    }

    private func isEqual(_ range: Range<Int>, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
        guard range.count == string.count else { return false }
        return bytes.withUnsafeBufferPointer { known in
            var offset = 0
            while offset < string.count {
                if known[range.lowerBound + offset] != string[offset] { return false }
                offset += 1
            }
            return true
        }
    }

    private mutating func grow() {
        var wider = [Int32](repeating: 0, count: slots.count * 4)
        bytes.withUnsafeBufferPointer { known in
            for number in ends.indices {
                let string = UnsafeBufferPointer(rebasing: known[range(of: number)])
                var slot = Int(truncatingIfNeeded: Self.hash(string)) & (wider.count - 1)
                while wider[slot] != 0 { slot = (slot + 1) & (wider.count - 1) }
                wider[slot] = Int32(number + 1)
            }
        }
        slots = wider
    }

    /// FNV-1a with a last mixing, for the table looks at the low bits.
    private static func hash(_ string: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in string { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 32
    }
}
