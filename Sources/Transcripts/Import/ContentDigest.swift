import Chat

/// SHA-256 over who said what and when.
struct ContentDigest: Hashable, Sendable {
    private var hash = SHA256()

    /// The digest of nothing.
    init() {}

    /// Adds a message as the file has it, in a form in which no two messages are alike.
    mutating func add(_ message: ImportedMessage) {
        let role = message.message.role.rawValue
        let content = message.message.content
        var head: [UInt8] = []
        head.reserveCapacity(64)
        Self.append(UInt64(role.utf8.count), to: &head)
        Self.append(UInt64(content.utf8.count), to: &head)
        head.append(message.said == nil ? 0 : 1)
        Self.append(UInt64(bitPattern: message.said?.microseconds ?? 0), to: &head)
        head += role.utf8
        hash.update(head)
        hash.update(Array(content.utf8))
    }

    /// The digest of what was added, in hexadecimal.
    var text: String { HexText.of(hash.digest) }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
