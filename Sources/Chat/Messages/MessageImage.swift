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

    /// Takes an image that a store knows by its digest.
    private init(_ bytes: [UInt8], knownAs digest: String) {
        self.bytes = bytes
        self.digest = digest
    }

    /// The images of some digests, in their order, as far as they are there.
    package static func list(
        _ digests: some Sequence<String>, among known: [String: [UInt8]]
    ) -> [MessageImage] {
        digests.compactMap { digest in known[digest].map { MessageImage($0, knownAs: digest) } }
    }
}

extension MessageImage: CustomStringConvertible {
    /// Its size; never what is in it.
    public var description: String { "image of \(bytes.count) bytes" }
}
