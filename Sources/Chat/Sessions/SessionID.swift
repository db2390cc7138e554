/// The identity of a session: text that is safe inside a key name.
public struct SessionID: Hashable, Sendable, CustomStringConvertible {
    /// The id as text, 1 to 64 characters of `A-Z a-z 0-9 _ -`.
    public let text: String

    /// Checks and takes an id.
    ///
    /// Returns `nil` for text that may not become part of a key.
    public init?(_ text: some StringProtocol) {
        let bytes = text.utf8
        guard (1...64).contains(bytes.count), bytes.allSatisfy(Self.isAllowed) else { return nil }
        self.text = String(text)
    }

    /// A new id: 16 bytes of the system's generator in base64url, 22 characters.
    ///
    /// It never begins with `-` or `_`, so that it can be typed as a command-line argument.
    public static func random() -> SessionID {
        var generator = SystemRandomNumberGenerator()
        while true {
            let text = RandomText.make(byteCount: 16, using: &generator)
            if let first = text.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "_"),
                let id = SessionID(text)
            {
                return id
            }
        }
    }

    /// The id itself.
    public var description: String { text }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
