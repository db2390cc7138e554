extension Conversation {
    /// The sizes of a window that grows with its conversation.
    private static let sizes = [4_096, 8_192, 16_384, 32_768, 65_536, 131_072]
    /// What is kept free in it for a reply.
    private static let room = 1_024

    /// The largest window that one grows to by itself.
    static var largestWindow: Int { sizes.last ?? 0 }

    /// Options with a window of a size in place of one that grows with its conversation.
    ///
    /// It is the smallest that holds the messages, and never smaller than it was: each other size
    /// loads the model again.
    func sized(
        _ options: ModelOptions, for model: String, holding messages: [StoredMessage]
    ) -> ModelOptions {
        guard options.hasGrowingWindow else { return options }
        let tokens = plan(messages, for: model, options, window: nil).tokens
        let needed = tokens + tokens / 10 + Self.room
        let size = Self.sizes.first { $0 >= needed } ?? Self.largestWindow
        var sized = options
        sized["num_ctx"] = .integer(max(size, lastWindow(of: model, messages) ?? 0))
        return sized
    }

    /// What to tell of a request that wants a larger window than the one before it.
    func growth(of request: ChatRequest, behind messages: [StoredMessage]) -> TurnEvent? {
        guard let old = lastWindow(of: request.model, messages),
            let new = request.options.window, new > old
        else { return nil }
        return .windowGrows(from: old, to: new)
    }

    /// The window that the last reply of a model was wanted with.
    func lastWindow(of model: String, _ messages: [StoredMessage]) -> Int? {
        let last = messages.last { stored in
            guard let message = stored.message, let name = message.model else { return false }
            return ModelName.isSame(name, model) && message.options.window != nil
        }
        return last?.message?.options.window
    }

    /// The longest time that the server took to load the model for a reply that is known.
    public var lastLoad: Duration? {
        (messages ?? newest ?? []).compactMap(\.message)
            .filter { $0.model.map { ModelName.isSame($0, modelName) } ?? false }
            .compactMap(\.statistics?.load).max()
    }
}
