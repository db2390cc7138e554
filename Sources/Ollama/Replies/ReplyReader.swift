import Chat

/// Sends one request for a reply and reads what comes back, one read at a time.
actor ReplyReader {
    private enum State {
        case unsent(failures: Int)
        case waiting(Duration, failures: Int)
        case reading(any HTTPBody)
        case over((any Error)?)
    }

    private let request: HTTPRequest
    private let model: String
    private let server: ServerConnection
    private let backoff: Backoff
    private let idleTimeout: Duration
    private let sleep: @Sendable (Duration) async throws -> Void
    private let started = ContinuousClock.now
    private var timeToFirstToken: Duration?
    private var decoder: ReplyDecoder
    private var state = State.unsent(failures: 0)

    /// Makes a reader; the request is sent with the first ``next()``.
    init(
        _ request: HTTPRequest, model: String, server: ServerConnection,
        configuration: OllamaConfiguration,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.request = request
        self.model = model
        self.server = server
        self.backoff = configuration.backoff
        self.idleTimeout = configuration.idleTimeout
        self.sleep = sleep
        self.decoder = ReplyDecoder(address: server.address)
    }

    /// The events of the next read, or `nil` at the end.
    func next() async throws -> [ReplyEvent]? {
        do {
            while true {
                switch state {
                case .unsent(let failures):
                    if let delay = try await send(failures: failures) {
                        return [.retrying(after: delay)]
                    }
                case .waiting(let delay, let failures):
                    try await sleep(delay)
                    state = .unsent(failures: failures)
                case .reading(let body):
                    let events = try await read(body)
                    if !events.isEmpty { return events }
                case .over(let error):
                    state = .over(nil)
                    if let error { throw error }
                    return nil
                }
            }
        } catch {
            state = .over(nil)
            throw error
        }
    }

    /// Sends the request; gives the delay after which to try again where the server is busy.
    private func send(failures: Int) async throws -> Duration? {
        let response = try await server.send(request)
        if response.status == 503, let delay = backoff.delay(afterFailures: failures + 1) {
            state = .waiting(delay, failures: failures + 1)
            return delay
        }
        try await server.check(response, model: model)
        state = .reading(IdleLimitedBody(response.body, limit: idleTimeout))
        return nil
    }

    private func read(_ body: any HTTPBody) async throws -> [ReplyEvent] {
        let bytes: [UInt8]?
        do {
            bytes = try await body.next()
        } catch {
            // After its last line nothing that happens to the connection matters.
            state = .over(decoder.isDone ? nil : server.failure(error))
            return []
        }
        let batch = bytes.map { decoder.decode($0) } ?? decoder.finish()
        if bytes == nil || batch.failure != nil { state = .over(batch.failure) }
        return stamped(batch.events)
    }

    /// The events, with the time to the first token in the last of them.
    private func stamped(_ events: [ReplyEvent]) -> [ReplyEvent] {
        guard let last = events.last else { return events }
        if timeToFirstToken == nil { timeToFirstToken = started.duration(to: .now) }
        guard case .done(var end) = last else { return events }
        end.statistics.timeToFirstToken = timeToFirstToken
        return events.dropLast() + [.done(end)]
    }
}
