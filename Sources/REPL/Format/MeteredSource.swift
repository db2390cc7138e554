import Synchronization
import Terminal
import Transcripts

/// A file that shows how far it has been read.
///
/// Readers look ahead, and come back for the messages of each conversation, so that the last place
/// that was read tells how much is done.
final class MeteredSource: TranscriptSource {
    private static let kilobyte = 1_000

    private let source: any TranscriptSource
    private let progress = Mutex<Progress?>(nil)

    /// The size of the file.
    let size: Int?

    /// Takes a file.
    init(_ source: any TranscriptSource) {
        self.source = source
        size = source.size
    }

    /// Shows from now on how far it is.
    func show(on progress: Progress) { self.progress.withLock { $0 = progress } }

    func read(from offset: Int, atMost limit: Int) throws -> [UInt8] {
        let bytes = try source.read(from: offset, atMost: limit)
        if let size, let progress = progress.withLock(\.self) {
            progress.report(
                min(offset + bytes.count, size) / Self.kilobyte, of: size / Self.kilobyte)
        }
        return bytes
    }
}
