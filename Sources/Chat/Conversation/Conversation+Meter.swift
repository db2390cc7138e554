extension Conversation {
    /// As many of the newest messages say how many tokens the model makes of a text.
    private static let tellingMessages = 20

    /// How full the window is, as far as that is known without asking the store or the server;
    /// `nil` where nothing is.
    ///
    /// What the server counted for the last reply counts, with an estimate of what came behind it.
    public var meter: ContextMeter? {
        guard let known = messages ?? newest else { return nil }
        var options = sized(options, for: modelName, holding: known)
        if self.options.hasGrowingWindow, let last = lastWindow(of: modelName, known) {
            // The next turn may make it larger, but it is not yet.
            options["num_ctx"] = .integer(last)
        }
        let window = knownWindow(of: modelName, options, known)
        guard session?.summary == nil || isCountedWithSummary else {
            guard messages != nil else { return nil }
            let plan = plan(known, for: modelName, options, window: window)
            return ContextMeter(used: plan.tokens, window: window, isEstimated: true)
        }
        let last = known.lastIndex { $0.message?.tokensSoFar(of: modelName) != nil }
        guard let last, let counted = known[last].message?.tokensSoFar(of: modelName) else {
            return nil
        }
        let behind = known[(last + 1)...].compactMap(\.message)
        return ContextMeter(
            used: counted + estimatedTokens(of: behind, model: modelName), window: window,
            isEstimated: !behind.isEmpty)
    }

    /// Takes the newest messages of the session, which were read to be shown.
    public func noteNewest(_ messages: [StoredMessage]) {
        newest = messages
    }

    /// The window that the model has or will have, as the server says, where neither was known.
    ///
    /// One that is not loaded gets what its author set, or else what the server gives to all: 4096
    /// tokens, or more on a machine with much memory for models.
    public func expectedWindow() async -> Int? {
        guard let server = model as? any ModelServer, !modelName.isEmpty else { return nil }
        guard let details = try? await server.details(of: modelName) else { return nil }
        let set = details.values(of: "num_ctx").first.flatMap { Int($0) }
        return min(set ?? Self.usualWindow, details.contextLength ?? .max)
    }

    /// What a server with little memory for models gives to each.
    private static let usualWindow = 4096

    /// Whether the server counted the last reply with the summary that is sent now.
    private var isCountedWithSummary: Bool {
        context.last.map { $0.plan.summary == session?.summary } ?? false
    }

    /// Learns from the newest messages how many tokens the model makes of a text.
    func learnScale(of model: String) {
        let telling = messages?.suffix(Self.tellingMessages) ?? []
        let learned = TokenEstimator(learningFrom: Array(telling), of: model)
        if learned.isWellFounded { scales.learn(learned.scale, of: model) }
    }
}

extension Message {
    /// The tokens of the conversation up to this reply, as the server counted them.
    fileprivate func tokensSoFar(of model: String) -> Int? {
        guard role == .assistant, let name = self.model, ModelName.isSame(name, model),
            let prompt = statistics?.promptTokens
        else { return nil }
        return prompt + (statistics?.replyTokens ?? 0)
    }
}
