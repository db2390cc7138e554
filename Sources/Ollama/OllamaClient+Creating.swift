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
        let reader = StatusReader(server, idleTimeout: configuration.idleTimeout)
        try await reader.read(response, failure: OllamaError.notCreated) { line in
            if let status = line.status { await onStatus(status) }
        }
    }
}
