/// A file that conversations are read from.
public final class TranscriptFile {
    /// Its bytes, without the mark that some editors put before UTF-8.
    let source: any TranscriptSource
    /// Its bytes, as far as they are looked at.
    let window: ByteWindow
    /// What it looks like as JSON, if that is what it is.
    private(set) lazy var shape = JSONShape(of: window)

    /// Looks at a file.
    ///
    /// - Throws: An error of the system.
    init(_ source: any TranscriptSource) throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let isMarked = try source.read(from: 0, atMost: mark.count) == mark
        self.source = isMarked ? SourceBehindMark(source: source, mark: mark.count) : source
        window = ByteWindow(self.source)
    }

    /// All of its bytes, for formats that cannot be read in pieces.
    var bytes: [UInt8] { window.bytes(in: 0..<Int.max) }

    /// Whether it begins as a JSON object or array does.
    var isLikeJSON: Bool {
        let first = window.firstVisible()?.byte
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// Whether it says nothing.
    var isEmpty: Bool {
        var index = 0
        while let byte = window.byte(at: index) {
            if byte > 0x20 { return false }
            index += 1
        }
        return true
    }
}

/// A file without its first bytes.
private struct SourceBehindMark: TranscriptSource {
    let source: any TranscriptSource
    let mark: Int

    func read(from offset: Int, atMost limit: Int) throws -> [UInt8] {
        try source.read(from: offset + mark, atMost: limit)
    }
}
