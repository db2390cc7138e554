/// What was read of an input and not taken as lines yet.
struct PendingLines: Sendable {
    private var bytes: ArraySlice<UInt8> = []

    /// Adds bytes that were read.
    mutating func add(_ more: [UInt8]) {
        bytes += more
    }

    /// Takes the next whole line, without its line feed; invalid UTF-8 is repaired.
    mutating func takeLine() -> String? {
        guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
        defer { bytes = bytes[(end + 1)...] }
        return Self.text(of: bytes[..<end])
    }

    /// Takes a last line that has no end, or `nil` where there is none.
    mutating func takeRest() -> String? {
        defer { bytes = [] }
        return bytes.isEmpty ? nil : Self.text(of: bytes)
    }

    private static func text(of line: ArraySlice<UInt8>) -> String {
        String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
}
