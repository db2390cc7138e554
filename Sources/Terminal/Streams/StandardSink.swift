import Synchronization

/// Writes to two file descriptors, those of the process unless told otherwise.
package final class StandardSink: TextSink {
    private let descriptors: [OutputStreamKind: Int32]
    private let closed = Mutex<[OutputStreamKind: WriteFailure]>([:])

    /// Makes a sink, and lets the process ignore SIGPIPE: a reader that leaves is no reason to die.
    package init(standardOutput: Int32 = 1, standardError: Int32 = 2) {
        descriptors = [.standardOutput: standardOutput, .standardError: standardError]
        Descriptor.ignoreBrokenPipes()
    }

    /// Writes a text with as few calls as the system allows.
    package func write(_ text: String, to stream: OutputStreamKind) {
        guard let descriptor = descriptors[stream], !text.isEmpty else { return }
        closed.withLock { closed in
            guard closed[stream] == nil else { return }
            closed[stream] = Descriptor(descriptor).write(text)
        }
    }

    /// Whether a write failed for good.
    package func isClosed(_ stream: OutputStreamKind) -> Bool {
        closed.withLock { $0[stream] != nil }
    }

    /// Why a write failed, unless the reader just left.
    package func failure(of stream: OutputStreamKind) -> String? {
        closed.withLock { $0[stream]?.words }
    }
}
