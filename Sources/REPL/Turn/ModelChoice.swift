package import Chat

/// Which model a session talks to that was told nothing.
package enum ModelChoice {
    /// The model of the session used last if the server still has it, else the server's first.
    package static func usual(
        among models: [ModelSummary], _ store: any SessionStore
    ) async -> String? {
        let recent = try? await store.list(offset: 0, limit: 1).sessions.first?.model
        let known = models.first { model in
            recent.map { ModelName.isSame(model.name, $0) } ?? false
        }
        return known?.name ?? models.first?.name
    }
}

extension CommandContext {
    /// Makes sure that the conversation has a model to talk to.
    ///
    /// The order is: what was asked for, what the session has, the model of the session used
    /// last if the server still has it, the server's first model. A model that was asked for and
    /// is not there is said before anything is stored.
    func chooseModelIfNeeded() async throws {
        let name = await conversation.modelName
        if name.isEmpty {
            try await conversation.chooseModel(try await defaultModel())
        } else if let asked = settings.model ?? settings.defaultModel, asked == name {
            do {
                try await conversation.chooseModel(try await model(named: asked).name)
            } catch let failure as any ChatFailure where failure.kind != .notFound {
                // A server that does not answer says so when it is asked for the reply.
            }
        }
    }

    private func defaultModel() async throws -> String {
        let models = try await server.models()
        guard let model = await ModelChoice.usual(among: models, store) else {
            throw REPLError.noModels
        }
        return model
    }

    /// The server's own name for a model.
    ///
    /// - Throws: ``REPLError`` for a model that the server does not have.
    func model(named name: String) async throws -> ModelSummary {
        let models = try await server.models()
        if let model = models.first(where: { ModelName.isSame($0.name, name) }) { return model }
        throw REPLError.modelNotFound(
            name, near: NearestName.of(name, among: models.map(\.name)), at: door)
    }
}
