/// Reads the answer of a request that takes its time, line by line to the one that says that it is
/// done.
struct StatusReader {
    private let server: ServerConnection
    private let idleTimeout: Duration

    /// Makes a reader of answers that may not pause for longer than a time once they have begun.
    init(_ server: ServerConnection, idleTimeout: Duration) {
        self.server = server
        self.idleTimeout = idleTimeout
    }

    /// Reads an answer.
    ///
    /// - Parameters:
    ///   - response: The answer, whose status is that of success.
    ///   - failure: The error for the server's words.
    ///   - onLine: Told each line but the last.
    /// - Throws: What the server says, and what breaks the answer off.
    func read(
        _ response: HTTPResponse, failure: (String) -> OllamaError,
        onLine: (StatusLine) async -> Void
    ) async throws {
        let answer = IdleLimitedBody(response.body, limit: idleTimeout)
        do {
            var framer = LineFramer()
            while let bytes = try await answer.next() {
                for line in try framer.lines(adding: bytes) {
                    let line = try decode(line, failure)
                    if line.isLast { return }
                    await onLine(line)
                }
            }
            // Without a stream the answer is one line, which may have no end.
            guard let line = framer.lastLine(), try decode(line, failure).isLast else {
                throw TransportFailure.brokenOff
            }
        } catch is LineFramer.LineTooLong {
            throw OllamaError.lineTooLong(server.address)
        } catch {
            throw server.failure(error)
        }
    }

    private func decode(
        _ bytes: ArraySlice<UInt8>, _ failure: (String) -> OllamaError
    ) throws(OllamaError) -> StatusLine {
        guard let line = JSON.decode(StatusLine.self, from: bytes) else {
            throw .unreadable(server.address)
        }
        if let error = line.error { throw failure(error.text) }
        return line
    }
}
