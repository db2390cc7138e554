import Chat
import Terminal
import Transcripts

/// A file that goes along with a message.
enum Attachment: Hashable {
    /// A text, which becomes a part of the message.
    case text(path: String, String)
    /// An image, which is stored beside it.
    case image(path: String, MessageImage)

    /// How large a text may be, in bytes; what is larger fits into hardly any window.
    private static let mostTextBytes = 1 << 20
    /// How large an image may be, in bytes.
    private static let mostImageBytes = 16 << 20

    /// Reads a file.
    ///
    /// - Returns: `nil` where there is no such file.
    /// - Throws: ``REPLError`` for what cannot go along with a message, or what keeps the file from
    ///   being read.
    init?(_ path: String, from files: any FileDesk) throws {
        switch files.kind(of: path) {
        case nil: return nil
        case .folder: throw REPLError.isFolder(path)
        case .other: throw REPLError.isNoFile(path)
        case .file(let size):
            guard size <= Self.mostImageBytes else {
                throw REPLError.tooLarge(path, size, most: Self.mostImageBytes)
            }
            try self.init(path, holding: files.open(path).read(from: 0, atMost: size))
        }
    }

    /// Takes the bytes of a file.
    init(_ path: String, holding bytes: [UInt8]) throws {
        guard !bytes.isEmpty else { throw REPLError.isEmpty(path) }
        if ImageFormat.of(bytes) != nil {
            self = .image(path: path, MessageImage(bytes))
            return
        }
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw REPLError.isNeitherTextNorImage(path)
        }
        guard bytes.count <= Self.mostTextBytes else {
            throw REPLError.tooLarge(path, bytes.count, most: Self.mostTextBytes)
        }
        self = .text(path: path, text)
    }

    /// Where it is.
    var path: String {
        switch self {
        case .text(let path, _), .image(let path, _): path
        }
    }

    /// Path, kind and size, for people.
    var summary: String {
        switch self {
        case .text(let path, let text):
            "\(path.onOneLine) (\(ByteCount.text(of: Int64(text.utf8.count))))"
        case .image(let path, let image):
            "\(path.onOneLine) (image, \(ByteCount.text(of: Int64(image.bytes.count))))"
        }
    }
}
