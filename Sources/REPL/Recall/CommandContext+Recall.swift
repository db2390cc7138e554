import Chat
import Search
import Terminal

extension CommandContext {
    /// The model that is pulled where the server has none that makes vectors.
    static let usualRecallModel = (name: "nomic-embed-text", size: Int64(274_000_000))

    /// The model that makes vectors: the chosen one, else one that the server has, else the usual
    /// one, if somebody wants it.
    ///
    /// - Returns: `nil` where there is none; that was said then.
    /// - Throws: A failure of the server.
    func recallModel() async throws -> String? {
        if let model = recallChoice.model { return ModelName.full(model) }
        if let model = try await embeddingModel() {
            output.notice("Messages are compared by \(model) from now on.")
            remember(model)
            return ModelName.full(model)
        }
        guard try await mayPull() else {
            output.notice(
                "There is no model yet that tells what messages mean, so only their words are "
                    + "looked for. \(door.pulls(Self.usualRecallModel.name)) gets one.")
            return nil
        }
        guard try await pull(Self.usualRecallModel.name) else { return nil }
        remember(Self.usualRecallModel.name)
        return ModelName.full(Self.usualRecallModel.name)
    }

    /// Asks once whether to pull the usual model, where somebody can be asked.
    private func mayPull() async throws -> Bool {
        guard door == .prompt, lines?.recallsLines == true, !settings.wantsJSON,
            !recallChoice.isDeclined
        else { return false }
        let model = Self.usualRecallModel
        let isWanted = try await confirm(
            "Finding messages by what they mean needs a small model. Pull \(model.name) "
                + "(\(ByteCount.text(of: model.size)))?")
        recallChoice.isDeclined = !isWanted
        return isWanted
    }

    /// A model of the server that makes vectors, the usual one if it is there.
    ///
    /// Everything that was ever said is shown to it, so it is none that somebody else runs.
    private func embeddingModel() async throws -> String? {
        var found: [String] = []
        for model in try await server.models() where !ModelName.isCloud(model.name) {
            var abilities = model.capabilities
            // Older servers do not list them.
            if abilities == nil {
                abilities = try? await server.details(of: model.name).capabilities
            }
            if abilities?.contains("embedding") == true { found.append(model.name) }
        }
        let usual = found.first { ModelName.isSame($0, Self.usualRecallModel.name) }
        return (usual ?? found.first).map(ModelName.short)
    }

    /// Chooses a model for good.
    private func remember(_ model: String) {
        recallChoice.model = model
        do {
            try configuration?.chooseRecallModel(model)
        } catch {
            report(error)
            output.hint("To choose it for good, set search.recall_model = \"\(model)\" there.")
        }
    }
}
