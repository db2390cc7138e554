/// Asks the server, beside a reply, which weights and which window it has in memory for a model.
///
/// The answer is only certain while the model is loaded, which it is from the first token on.
actor ModelLookup {
    /// How long a whole reply waits for the answer before it is stored.
    private static let patience = Duration.milliseconds(500)

    private let name: String
    private let server: (any ModelServer)?
    private var task: Task<LoadedModel?, Never>?

    init(_ name: String, on model: any ChatModel) {
        self.name = name
        server = model as? any ModelServer
    }

    /// Asks, unless it has asked already.
    func begin() {
        guard task == nil, let server else { return }
        task = Task { [name] in
            let loaded = try? await server.loadedModels()
            return loaded?.first { name.isEmpty || ModelName.isSame($0.name, name) }
        }
    }

    /// The model, where the server named it in time.
    ///
    /// - Parameter waiting: Whether to wait a moment for an answer that is not there yet. A server
    ///   that just failed is not waited for.
    /// - Returns: The model as the server has it in memory.
    func result(waiting: Bool) async -> LoadedModel? {
        guard let task else { return nil }
        let limit = Task {
            if waiting { try? await Task.sleep(for: Self.patience) }
            task.cancel()
        }
        defer { limit.cancel() }
        return await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
