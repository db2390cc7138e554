import Chat

/// Turns the bytes of a reply into events, however the network cut them.
struct ReplyDecoder {
    /// What one read brought.
    struct Batch {
        /// The events, in order.
        var events: [ReplyEvent] = []
        /// What went wrong after them.
        var failure: OllamaError?
    }

    private let address: String
    private var framer = LineFramer()
    /// Whether the last line of the reply was seen.
    private(set) var isDone = false

    /// Makes a decoder.
    ///
    /// - Parameter address: The server, for the sentences of errors.
    init(address: String) {
        self.address = address
    }

    /// Takes what a read brought.
    mutating func decode(_ bytes: [UInt8]) -> Batch {
        let lines: [ArraySlice<UInt8>]
        do {
            lines = try framer.lines(adding: bytes)
        } catch {
            return Batch(failure: .lineTooLong(address))
        }
        var batch = Batch()
        for line in lines where !isDone && batch.failure == nil { add(line, to: &batch) }
        return batch
    }

    /// Takes the end of the stream.
    ///
    /// An answer that is not a stream is one line without an end. Half a line is what a server
    /// leaves that was killed while it wrote; the reply is cut there and the rest says nothing.
    mutating func finish() -> Batch {
        var batch = Batch()
        if let line = framer.lastLine(), !isDone { add(line, to: &batch) }
        if batch.failure?.code == .notOllama { batch.failure = nil }
        return batch
    }

    private mutating func add(_ line: ArraySlice<UInt8>, to batch: inout Batch) {
        guard line.contains(where: { $0 > 0x20 }) else { return }
        guard let chunk = JSON.decode(ChatChunk.self, from: line) else {
            batch.failure = .unreadable(address)
            return
        }
        if let error = chunk.error {
            batch.failure = .failedInReply(error.text)
            return
        }
        batch.events += chunk.events
        isDone = chunk.done == true
    }
}
