import Chat
import Terminal

extension CommandContext {
    /// Says what it costs that the model is loaded again, as far as that is known.
    func warnOfLoading() async {
        let size = await loadedModel()?.size.map { " (\(ByteCount.text(of: $0)))" } ?? ""
        let last = await conversation.lastLoad.map {
            "; the last time that took \(DurationText.text(of: $0))"
        }
        output.notice("The server loads the model again\(size) for the next message\(last ?? "").")
    }

    /// Says so where an option of the command line has a model loaded again that is in memory.
    func warnIfOptionsReload() async {
        guard await conversation.session != nil else { return }
        let old = await conversation.options
        let reloads = settings.options.values.contains { name, value in
            ModelOption.named(name)?.reloadsModel == true && old[name] != value
        }
        guard reloads, let loaded = await loadedModel(),
            settings.options["num_ctx"] != loaded.contextLength.map({ .integer($0) })
        else { return }
        await warnOfLoading()
    }

    private func loadedModel() async -> LoadedModel? {
        let name = await conversation.modelName
        return try? await server.loadedModels().first { ModelName.isSame($0.name, name) }
    }
}
