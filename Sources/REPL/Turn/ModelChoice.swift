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
    /// is not there is said before anything is stored; where nothing is, the server says it in
    /// place of the reply, and the first token does not wait for one question more.
    func chooseModelIfNeeded() async throws {
        let name = await conversation.modelName
        if name.isEmpty {
            try await conversation.chooseModel(try await defaultModel())
        } else if !settings.isQuick, let asked = settings.model ?? settings.defaultModel,
            asked == name
        {
            do {
                try await conversation.chooseModel(try await model(named: asked).name)
            } catch let failure as any ChatFailure where failure.kind != .notFound {
                // A server that does not answer says so when it is asked for the reply.
            }
        }
    }

    /// The model that was probably meant; a tag that was not typed is no slip.
    private static func near(_ name: String, among models: [ModelSummary]) -> String? {
        let names = models.map { ModelName.short($0.name) }
        if let near = NearestName.of(name, among: names) { return near }
        let untagged = names.map { $0.prefix { $0 != ":" } }
        guard !name.contains(":"), let near = NearestName.of(name, among: untagged.map(String.init))
        else { return nil }
        return names.first { $0.hasPrefix("\(near):") }
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
        throw REPLError.modelNotFound(name, near: Self.near(name, among: models), at: door)
    }
}
