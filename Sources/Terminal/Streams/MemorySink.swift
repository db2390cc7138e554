import Synchronization

/// Keeps what is written, for tests.
package final class MemorySink: TextSink {
    /// One write, as it came.
    package struct Write: Hashable, Sendable {
        /// What was written.
        package let text: String
        /// Where to.
        package let stream: OutputStreamKind
    }

    private struct State {
        var writes: [Write] = []
        var closed: Set<OutputStreamKind> = []
    }

    private let state = Mutex(State())

    /// Makes an empty sink.
    package init() {}

    /// Keeps a text.
    package func write(_ text: String, to stream: OutputStreamKind) {
        state.withLock { state in
            guard !state.closed.contains(stream) else { return }
            state.writes.append(Write(text: text, stream: stream))
        }
    }

    /// Whether the stream was closed.
    package func isClosed(_ stream: OutputStreamKind) -> Bool {
        state.withLock { $0.closed.contains(stream) }
    }

    /// Nothing that is kept in memory fails.
    package func failure(of stream: OutputStreamKind) -> String? { nil }

    /// Acts as if the reader of a stream had gone.
    package func close(_ stream: OutputStreamKind) {
        state.withLock { _ = $0.closed.insert(stream) }
    }

    /// All writes to both streams, in order.
    package var writes: [Write] { state.withLock(\.writes) }

    /// What a stream received.
    package func text(of stream: OutputStreamKind) -> String {
        writes.filter { $0.stream == stream }.reduce(into: "") { $0 += $1.text }
    }

    /// What a terminal that shows both streams received.
    package var text: String { writes.reduce(into: "") { $0 += $1.text } }

    /// Forgets what was written so far.
    package func clear() {
        state.withLock { $0.writes = [] }
    }
}
