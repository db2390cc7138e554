public import Chat

extension OllamaClient {
    /// Checking a large model is silent for minutes.
    private static let patience = 10

    /// Has the server fetch a model; what it has of it already is not fetched again.
    ///
    /// - Parameters:
    ///   - model: The name of the model.
    ///   - onStatus: Told how far the server is.
    /// - Throws: What keeps the server from fetching it. Where the task is cancelled, the server
    ///   stops and keeps what it has.
    public func pull(
        _ model: String, onStatus: @escaping @Sendable (PullStatus) async -> Void
    ) async throws {
        let body = try JSON.encode(PullBody(model: model))
        let response = try await server.send(server.request("POST", "/api/pull", body: body))
        try await server.check(response, model: model)
        let reader = StatusReader(server, idleTimeout: configuration.idleTimeout * Self.patience)
        try await reader.read(
            response, failure: { OllamaError.notPulled(model, $0) },
            onLine: { line in
                guard let status = line.status else { return }
                await onStatus(
                    PullStatus(
                        status, layer: line.digest, size: line.total, fetched: line.completed))
            })
    }
}
