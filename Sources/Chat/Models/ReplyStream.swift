/// A reply while it is being made: a sequence of events that is pulled, never pushed.
///
/// Nothing is buffered beyond what one read of the network brought, so a slow reader slows the
/// server down instead of filling memory. Cancelling the task that iterates closes the connection.
public struct ReplyStream: AsyncSequence, Sendable {
    /// The events of one read, or `nil` at the end of the stream.
    public typealias Batch = @Sendable () async throws -> [ReplyEvent]?

    private let start: @Sendable () async throws -> Batch

    /// Makes a stream.
    ///
    /// - Parameter start: Sends the request and returns the function that reads on. Called once
    ///   for every iteration, when the first event is wanted.
    public init(_ start: @escaping @Sendable () async throws -> Batch) {
        self.start = start
    }

    /// A stream of events that are known beforehand.
    public init(_ events: [ReplyEvent]) {
        self.init {
            let pending = PendingEvents(events)
            return { await pending.take() }
        }
    }

    /// Begins to read.
    public func makeAsyncIterator() -> Iterator { Iterator(start: start) }

    /// Reads a stream event by event.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let start: @Sendable () async throws -> Batch
        private var read: Batch?
        private var batch: [ReplyEvent] = []
        private var position = 0

        fileprivate init(start: @escaping @Sendable () async throws -> Batch) {
            self.start = start
        }

        /// The next event, or `nil` at the end.
        public mutating func next() async throws -> ReplyEvent? {
            while position == batch.count {
                guard let events = try await nextBatch() else { return nil }
                batch = events
                position = 0
            }
            defer { position += 1 }
            return batch[position]
        }

        /// All events of the next read, or `nil` at the end.
        ///
        /// Events that ``next()`` has not delivered yet come first.
        public mutating func nextBatch() async throws -> [ReplyEvent]? {
            if position < batch.count {
                defer { position = batch.count }
                return Array(batch[position...])
            }
            if let read { return try await read() }
            let read = try await start()
            self.read = read
            return try await read()
        }
    }
}

private actor PendingEvents {
    private var events: [ReplyEvent]?

    init(_ events: [ReplyEvent]) { self.events = events }

    func take() -> [ReplyEvent]? {
        defer { events = nil }
        return events
    }
}
