import Chat
import Transcripts

/// Writes sessions, page by page: however long they are, little of them is in memory.
struct SessionExport {
    private static let page = 1_000

    private let store: any SessionStore
    private let writer: any TranscriptWriter

    /// Makes an export.
    init(store: any SessionStore, writer: any TranscriptWriter) {
        self.store = store
        self.writer = writer
    }

    /// Writes sessions.
    ///
    /// - Parameters:
    ///   - sessions: The sessions.
    ///   - file: Where to write them.
    ///   - progress: Is told how many messages are written.
    /// - Returns: How many messages were written.
    /// - Throws: An error of the store or of the file.
    func write(
        _ sessions: [SessionID], to file: any NewFile, telling progress: (Int) -> Void
    ) async throws -> Int {
        var writer = writer
        var count = 0
        try file.write(writer.start())
        for id in sessions {
            let session = try await store.history(of: id, .last(0)).session
            let head = TranscriptHead(
                session, timeToLive: session.timeToLive, isPinned: session.isPinned)
            try file.write(writer.begin(head))
            let before = count
            var images: Set<String> = []
            count += try await writeMessages(of: session, with: &writer, to: file) { done, page in
                images.formUnion(page.compactMap(\.message).flatMap(\.images))
                progress(before + done)
            }
            let shelf = try await store.shelf(of: id)
            images.formUnion(
                shelf.flatMap(\.messages).compactMap(\.message).flatMap(\.images))
            let found = try await store.images(images, of: id)
            try file.write(
                writer.end(
                    shelf: shelf, images: MessageImage.list(images.sorted(), among: found)))
        }
        try file.write(writer.finish())
        return count
    }

    /// Writes one page while the next one is read.
    private func writeMessages(
        of session: Session, with writer: inout any TranscriptWriter, to file: any NewFile,
        telling progress: (Int, ArraySlice<StoredMessage>) -> Void
    ) async throws -> Int {
        var position = 0
        var next = read(session.id, from: position)
        while position < session.messageCount {
            let messages = try await next.value.prefix(session.messageCount - position)
            guard !messages.isEmpty else { break }
            position += messages.count
            next = read(session.id, from: position)
            var bytes: [UInt8] = []
            for message in messages { bytes += writer.add(message) }
            try file.write(bytes)
            progress(position, messages)
            try Task.checkCancellation()
        }
        next.cancel()
        return position
    }

    private func read(_ id: SessionID, from position: Int) -> Task<[StoredMessage], any Error> {
        let store = store
        return Task {
            try await store.history(of: id, .positions(position..<position + Self.page)).messages
        }
    }
}
