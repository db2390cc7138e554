public import Chat

extension OllamaClient {
    /// Makes a model from another one; one that has its name already is replaced.
    ///
    /// - Parameters:
    ///   - model: What to make.
    ///   - onStatus: Told what the server is doing, in its words.
    /// - Throws: What keeps the server from making it.
    public func create(
        _ model: NewModel, onStatus: @escaping @Sendable (String) async -> Void
    ) async throws {
        let body = try JSON.encode(CreateBody(model))
        let response = try await server.send(
            server.request("POST", "/api/create", body: body))
        try await server.check(response, model: model.base)
        let answer = IdleLimitedBody(response.body, limit: configuration.idleTimeout)
        do {
            var framer = LineFramer()
            while let bytes = try await answer.next() {
                for line in try framer.lines(adding: bytes) {
                    let line = try read(line)
                    if line.isLast { return }
                    if let status = line.status { await onStatus(status) }
                }
            }
            // Without a stream the answer is one line, which may have no end.
            guard let line = framer.lastLine(), try read(line).isLast else {
                throw TransportFailure.brokenOff
            }
        } catch is LineFramer.LineTooLong {
            throw OllamaError.lineTooLong(server.address)
        } catch {
            throw server.failure(error)
        }
    }

    private func read(_ bytes: ArraySlice<UInt8>) throws(OllamaError) -> StatusLine {
        guard let line = JSON.decode(StatusLine.self, from: bytes) else {
            throw .unreadable(server.address)
        }
        if let error = line.error { throw .notCreated(error.text) }
        return line
    }
}
