import Chat

extension OllamaClient {
    /// Takes a model out of memory; one that is not there is no error.
    public func unload(_ model: String) async throws {
        let model = try self.model(of: model)
        let request = ChatRequest(
            model: model, messages: [], options: ["keep_alive": .integer(0)])
        let body = try JSON.encode(ChatBody(request, keepAlive: nil))
        let answer = try await server.answer(
            ChatChunk.self, to: server.request("POST", "/api/chat", body: body), model: model)
        if let error = answer.error { throw OllamaError.failedInReply(error.text) }
    }
}
