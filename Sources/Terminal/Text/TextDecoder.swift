/// Makes text of bytes that come in chunks, whose characters may be cut in two.
package struct TextDecoder: Sendable {
    /// The beginning of a character whose end has not come.
    private var held: [UInt8] = []

    /// Makes a decoder at the beginning of a text.
    package init() {}

    /// The text of the next bytes; what is no UTF-8 is repaired.
    package mutating func decode(_ bytes: [UInt8]) -> String {
        let all = held + bytes
        let end = Self.endOfWholeScalars(all)
        held = Array(all[end...])
        return String(decoding: all[..<end], as: UTF8.self)
    }

    /// Ends the text, and gives back what was held.
    package mutating func finish() -> String {
        defer { held = [] }
        return String(decoding: held, as: UTF8.self)
    }

    private static func endOfWholeScalars(_ bytes: [UInt8]) -> Int {
        for index in bytes.indices.suffix(3).reversed() {
            let byte = bytes[index]
            if byte < 0x80 { break }
            guard byte >= 0xC0 else { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            return index + length > bytes.count ? index : bytes.count
        }
        return bytes.count
    }
}
