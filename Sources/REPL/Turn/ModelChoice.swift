import Chat

extension CommandContext {
    /// Makes sure that the conversation has a model to talk to.
    ///
    /// The order is: what the session has, what was asked for, the model of the session used
    /// last if the server still has it, the server's first model.
    func chooseModelIfNeeded() async throws {
        guard await conversation.modelName.isEmpty else { return }
        try await conversation.chooseModel(try await defaultModel())
    }

    private func defaultModel() async throws -> String {
        let models = try await server.models()
        guard let first = models.first else { throw REPLError.noModels }
        let recent = try? await newestSession()?.model
        let known = models.first { model in
            recent.map { ModelName.isSame(model.name, $0) } ?? false
        }
        return known?.name ?? first.name
    }

    /// The server's own name for a model.
    ///
    /// - Throws: ``REPLError`` for a model that the server does not have.
    func model(named name: String) async throws -> ModelSummary {
        let models = try await server.models()
        if let model = models.first(where: { ModelName.isSame($0.name, name) }) { return model }
        throw REPLError.modelNotFound(
            name, near: NearestName.of(name, among: models.map(\.name)))
    }
}
