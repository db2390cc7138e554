/// An image that goes along with a message.
public struct MessageImage: Hashable, Sendable {
    /// SHA-256 of its bytes in hexadecimal, by which messages refer to it.
    public let digest: String
    /// Its bytes, in the format of its file.
    public let bytes: [UInt8]

    /// Takes the bytes of a file.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        digest = HexText.of(SHA256.digest(of: bytes))
    }
}

extension MessageImage: CustomStringConvertible {
    /// Its size; never what is in it.
    public var description: String { "image of \(bytes.count) bytes" }
}
