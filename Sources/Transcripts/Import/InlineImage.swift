import Chat
import PlatformFoundation

/// An image that a file holds itself, as a `data:` address.
struct InlineImage {
    /// SHA-256 of its bytes in hexadecimal, by which messages refer to it.
    let digest: String
    /// Its bytes.
    let bytes: [UInt8]

    fileprivate static let start = "data:image/"
    fileprivate static let mark = ";base64,"

    /// Takes the image of an address, or returns `nil` for one that leads elsewhere or is too
    /// large.
    init?(_ address: String) {
        guard address.hasPrefix(Self.start),
            let mark = address.prefix(100).firstRange(of: Self.mark)
        else { return nil }
        let text = address[mark.upperBound...]
        guard text.utf8.count / 4 * 3 <= TranscriptLimits.messageBytes,
            let data = Data(base64Encoded: String(text)), !data.isEmpty
        else { return nil }
        bytes = Array(data)
        digest = HexText.of(SHA256.digest(of: bytes))
    }
}

extension MessageImage {
    /// The image itself as an address.
    var address: String {
        let format = ImageFormat.of(bytes)?.rawValue ?? "x-unknown"
        return InlineImage.start + format + InlineImage.mark + Data(bytes).base64EncodedString()
    }
}
