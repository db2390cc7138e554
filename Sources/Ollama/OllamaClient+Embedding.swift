public import Chat

extension OllamaClient {
    /// Makes vectors of texts.
    ///
    /// What is too long for the model is cut. Loading the model and waiting in the queue may take
    /// any time.
    ///
    /// - Parameters:
    ///   - texts: The texts.
    ///   - model: A model that can do that.
    /// - Returns: One vector for each text, in their order.
    /// - Throws: What keeps the server from making them.
    public func embed(_ texts: [String], with model: String) async throws -> Embeddings {
        let model = try self.model(of: model)
        let body = try JSON.encode(
            EmbedBody(model: model, input: texts, keepAlive: configuration.keepAlive))
        let answer = try await server.answer(
            EmbedAnswer.self, to: server.request("POST", "/api/embed", body: body), model: model)
        guard answer.embeddings.count == texts.count else {
            throw OllamaError.unreadable(server.address)
        }
        return Embeddings(vectors: answer.embeddings, tokens: answer.tokens)
    }
}
