/// The log of the server, as far as it tells why a start failed.
struct ServerLog {
    private static let sizeLimit = 1 << 20
    private static let tailLimit = 4096

    /// Where it lies.
    let path: String
    private let file: OpenFile
    private let start: Int

    /// Notes where the log of a new start begins.
    ///
    /// A log that has grown large is emptied first.
    init(path: String) throws(PrivateRedisError) {
        self.path = path
        file = try OpenFile(path)
        if try FileSystem.status(of: path).size > Self.sizeLimit { try file.truncate() }
        start = try FileSystem.status(of: path).size
    }

    /// The last line since the start, without its time stamp.
    func lastLine() -> String? {
        guard let size = try? FileSystem.status(of: path).size else { return nil }
        let tail = max(start, size - Self.tailLimit)
        return Self.lastLine(of: file.read(from: tail, atMost: Self.tailLimit))
    }

    /// The last line of a piece of a log that is not blank, without its time stamp.
    ///
    /// `4711:M 23 Nov 2026 23:40:48.999 # Text` becomes `Text`.
    static func lastLine(of bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let line = text.split(whereSeparator: \.isNewline).last(where: { $0 != "" }) else {
            return nil
        }
        let fields = line.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: false)
        let hasStamp = fields.count == 7 && fields[0].first?.isNumber == true
        let message = hasStamp ? fields[6] : line
        return message.hasSuffix(".") ? String(message.dropLast()) : String(message)
    }
}
