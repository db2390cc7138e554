/// A body that may take any time to begin and then may not pause for long.
///
/// From the first piece on it is read ahead, a little: what came while the reader was busy is one
/// piece for it, so that a fast stream costs a fraction of what its chunks would. A reader that
/// takes its time still slows the server down.
final class IdleLimitedBody: HTTPBody {
    private let body: any HTTPBody
    private let limit: Duration
    private let buffer = PieceBuffer()

    /// Makes a body from another one.
    init(_ body: any HTTPBody, limit: Duration) {
        self.body = body
        self.limit = limit
    }

    deinit {
        buffer.end(CancellationError())
    }

    /// All that came since the last call, or `nil` at the end.
    func next() async throws -> [UInt8]? {
        guard buffer.hasBegun else {
            let piece = try await body.next()
            if piece != nil { begin() } else { buffer.end(nil) }
            return piece
        }
        return try await buffer.take()
    }

    private func begin() {
        let reading = Task { [body, buffer] in
            do {
                while let piece = try await body.next() { try await buffer.put(piece) }
                buffer.end(nil)
            } catch {
                buffer.end(error)
            }
        }
        // One timer serves the whole body: sleeps that are cancelled stay in the runtime's queue
        // until their time is over, so a timer for each read would pile up.
        let timing = Task { [buffer, limit] in
            while let wait = buffer.timeLeft(of: limit) {
                guard (try? await Task.sleep(for: wait)) != nil else { return }
            }
            buffer.end(TransportFailure.timeout(limit))
        }
        buffer.begin([reading, timing])
    }
}
