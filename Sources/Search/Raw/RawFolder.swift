/// Writes the plain spelling of JSON text, escapes resolved.
///
/// Whether the bytes are JSON is not asked: what is none is read as it can be, so that a reader
/// that repairs it finds nothing that is not here.
struct RawFolder {
    private typealias Block = SIMD16<UInt8>

    private let table = FoldTable.shared

    /// How many bytes the plain spelling may take at most.
    static func capacity(for count: Int) -> Int { 3 * count + 4 }

    /// Whether JSON text is ASCII without escapes by number, so that it spells itself.
    static func isPlain(_ json: UnsafeRawBufferPointer) -> Bool {
        guard let base = json.baseAddress else { return true }
        let backslash = Block(repeating: UInt8(ascii: "\\"))
        let letter = Block(repeating: UInt8(ascii: "u"))
        var seen = Block(repeating: 0)
        var place = 0
        while place + Block.scalarCount < json.count {
            let block = base.loadUnaligned(fromByteOffset: place, as: Block.self)
            let next = base.loadUnaligned(fromByteOffset: place + 1, as: Block.self)
            let escapes = block .== backslash .& (next .== letter)
            seen |= block | Block(repeating: 0).replacing(with: 0x80, where: escapes)
            place += Block.scalarCount
        }
        let halves = unsafeBitCast(seen, to: SIMD2<UInt64>.self)
        guard (halves[0] | halves[1]) & 0x8080_8080_8080_8080 == 0 else { return false }
        while place < json.count {
            let byte = json[place]
            guard byte < 0x80 else { return false }
            place += 1
            if byte == UInt8(ascii: "\\"), place < json.count, json[place] == UInt8(ascii: "u") {
                return false
            }
        }
        return true
    }

    /// Writes the plain spelling.
    ///
    /// - Parameters:
    ///   - json: The JSON text.
    ///   - output: Where to, of at least ``capacity(for:)``.
    /// - Returns: How many bytes were written.
    func fold(_ json: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int {
        guard let target = output.baseAddress else { return 0 }
        var place = 0
        var written = 0
        while place < json.count {
            let byte = json[place]
            if byte < 0x80, Self.copyPlain(json, place, target + written) {
                place &+= Block.scalarCount
                written &+= Block.scalarCount
                continue
            }
            var scalar = UInt32(byte)
            if byte == UInt8(ascii: "\\") {
                scalar = Self.escaped(json, &place)
            } else if byte < 0x80 {
                place &+= 1
            } else {
                let read = UTF8Reader.scalar(json, at: place)
                scalar = read.value
                place &+= read.count
            }
            let fold = table.fold(scalar)
            target.storeBytes(
                of: fold.bytes.littleEndian, toByteOffset: written, as: UInt32.self)
            written &+= Int(fold.count)
        }
        return written
    }

    /// Writes a whole block in lower case if it is ASCII without escapes.
    @inline(__always)
    private static func copyPlain(
        _ json: UnsafeRawBufferPointer, _ place: Int, _ target: UnsafeMutableRawPointer
    ) -> Bool {
        guard let base = json.baseAddress, place &+ Block.scalarCount <= json.count else {
            return false
        }
        let block = base.loadUnaligned(fromByteOffset: place, as: Block.self)
        let escapes = block .== Block(repeating: UInt8(ascii: "\\"))
        let special = block | Block(repeating: 0).replacing(with: 0x80, where: escapes)
        let halves = unsafeBitCast(special, to: SIMD2<UInt64>.self)
        guard (halves[0] | halves[1]) & 0x8080_8080_8080_8080 == 0 else { return false }
        let capitals = (block &- Block(repeating: UInt8(ascii: "A"))) .< Block(repeating: 26)
        let small = block.replacing(with: block | Block(repeating: 0x20), where: capitals)
        target.storeBytes(of: small, as: Block.self)
        return true
    }

    /// The scalar of an escape, whose place is moved behind it.
    private static func escaped(_ json: UnsafeRawBufferPointer, _ place: inout Int) -> UInt32 {
        guard let unit = unit(json, at: place) else {
            place += 2
            guard place <= json.count else { return 0xFFFD }
            switch json[place - 1] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
                return UInt32(json[place - 1])
            case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
                UInt8(ascii: "t"):
                return 0x0A
            default:
                place -= 1
                return 0xFFFD
            }
        }
        place += 6
        guard unit & 0xFC00 == 0xD800, let low = Self.unit(json, at: place), low & 0xFC00 == 0xDC00
        else { return unit & 0xF800 == 0xD800 ? 0xFFFD : unit }
        place += 6
        return 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
    }

    /// The number of an escape such as `\u00e9`; `nil` for anything else.
    private static func unit(_ json: UnsafeRawBufferPointer, at place: Int) -> UInt32? {
        guard place + 6 <= json.count, json[place] == UInt8(ascii: "\\"),
            json[place + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt32 = 0
        for offset in 2..<6 {
            let byte = json[place + offset]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt32(byte - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt32(byte - 87)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt32(byte - 55)
            default: return nil
            }
        }
        return unit
    }
}
