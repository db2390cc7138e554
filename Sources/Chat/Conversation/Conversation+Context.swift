extension Conversation {
    /// In a window of the smallest usual size, less than this is never too much.
    private static let harmlessTokens = 1_500
    /// A prompt of which the server read less than this share was cut.
    private static let cutShare = 0.7

    /// What the next turn would send of the session, with what each message takes up.
    ///
    /// - Throws: A failure of the store.
    public func contextPlan() async throws -> ContextPlan {
        let known = try await knownMessages()
        return await plan(
            known, for: modelName, sized(options, for: modelName, holding: known))
    }

    /// Fills a request as planned, and tells where something else fits than before.
    func filled(
        _ request: ChatRequest, by plan: ContextPlan,
        onEvent: @Sendable (TurnEvent) async -> Void
    ) async -> ChatRequest {
        context.start = plan.isCut ? plan.start : nil
        context.last = (request.model, plan)
        let count = plan.isCut ? plan.leftOut : 0
        if count != context.toldCount {
            context.toldCount = count
            await onEvent(.planned(plan))
        }
        var request = request
        request.messages = plan.sent
        return await illustrated(request)
    }

    /// A smaller request in place of one that the server refused for its size; `nil` where there is
    /// none.
    func smaller(
        _ request: ChatRequest, onEvent: @Sendable (TurnEvent) async -> Void
    ) async -> ChatRequest? {
        guard let messages = context.last?.plan.entries.map(\.message) else { return nil }
        // It is loaded now, so its window is known.
        await lookUpWindow(of: request.model, request.options)
        var estimator = estimator(of: request.model, learningFrom: messages)
        if context.last?.plan.window != nil { estimator.expectMore() }
        context.set(estimator, of: request.model)
        let plan = await plan(messages, for: request.model, request.options)
        let smaller = await filled(request, by: plan, onEvent: onEvent)
        return smaller.messages.count < request.messages.count ? smaller : nil
    }

    /// Learns from what the server counted.
    func learn(
        from outcome: TurnOutcome, onEvent: @Sendable (TurnEvent) async -> Void
    ) async {
        guard let (model, plan) = context.last, let statistics = outcome.statistics,
            let read = statistics.promptTokens
        else { return }
        if let window = statistics.contextLength {
            context.set(
                window: window, of: model, wanted: outcome.reply?.message?.options.window)
        }
        // A server that cuts keeps its window well filled; less is an estimate that was wrong.
        let window = statistics.contextLength ?? plan.window ?? .max
        let wasCut =
            Double(read) < Double(plan.tokens) * Self.cutShare && read > window / 4
            && plan.tokens > Self.harmlessTokens
        if wasCut {
            await onEvent(.cutByServer(read: read, sent: plan.tokens))
        } else {
            var estimator = estimator(of: model, learningFrom: [])
            estimator.learn(from: plan.sent, counted: read)
            context.set(estimator, of: model)
        }
    }

    /// Refuses a question that is too large for the window by itself, before it is stored.
    func refuseWhatCannotFit(
        _ question: Message, behind known: [StoredMessage]
    ) async throws {
        let estimator = estimator(of: modelName, learningFrom: known)
        let tokens = estimator.tokens(of: question)
        let wanted = options.hasGrowingWindow ? Self.largestWindow : options.window
        guard tokens > min(Self.harmlessTokens, wanted ?? .max) else { return }
        let window =
            options.hasGrowingWindow
            ? wanted : await window(of: modelName, options, holding: tokens, known)
        guard let window, tokens >= window else { return }
        throw ChatError.tooLarge(tokens: tokens, window: window)
    }

    /// What is known of the tokens that a model makes of texts.
    private func estimator(
        of model: String, learningFrom messages: [StoredMessage]
    ) -> TokenEstimator {
        context.estimator(
            of: model, learningFrom: messages, orKnowing: scales.scale(of: model))
    }

    /// Plans what is sent of messages.
    func plan(
        _ messages: [StoredMessage], for model: String, _ options: ModelOptions
    ) async -> ContextPlan {
        let entries = estimator(of: model, learningFrom: messages).entries(messages)
        let tokens = entries.reduce(0) { $0 + $1.tokens }
        let window = await window(of: model, options, holding: tokens, messages)
        return plan(messages, sizedAs: entries, for: model, options, window: window)
    }

    /// Plans what is sent of messages, whose sizes may be known, with a window that may be.
    func plan(
        _ messages: [StoredMessage], sizedAs known: [ContextPlan.Entry]? = nil,
        for model: String, _ options: ModelOptions, window: Int?
    ) -> ContextPlan {
        context.enter(session?.id)
        let estimator = estimator(of: model, learningFrom: messages)
        let entries = known ?? estimator.entries(messages)
        let summary = summary(standingFor: messages)
        let planner = ContextPlanner(
            window: window, longestReply: options.longestReply, recent: context.recent,
            share: context.share)
        var plan = planner.plan(
            entries, from: context.start,
            with: summary.map { ($0, estimator.tokens(of: $0.message)) },
            deciding: session?.choices ?? ContextChoices())
        plan.unread = unread(behind: summary, in: messages)
        return plan
    }

    /// How many messages were not read that no summary covers.
    private func unread(behind summary: SessionSummary?, in messages: [StoredMessage]) -> Int {
        guard unread > 0, let summary else { return unread }
        let first = messages.first { $0.message?.role != .system }
        return min(unread, max(0, (first?.number ?? 1) - 1 - summary.lastNumber))
    }

    /// About how many tokens messages take up.
    func estimatedTokens(of messages: [Message], model: String) -> Int {
        let estimator = estimator(of: model, learningFrom: [])
        return messages.reduce(0) { $0 + estimator.tokens(of: $1) }
    }

    /// Messages with about how many tokens they take up.
    func estimatedEntries(
        _ messages: [StoredMessage], of model: String, learningFrom known: [StoredMessage]
    ) -> [ContextPlan.Entry] {
        estimator(of: model, learningFrom: known).entries(messages)
    }

    /// The window of a model, as far as it is known without loading it.
    func window(
        of model: String, _ options: ModelOptions, holding tokens: Int, _ messages: [StoredMessage]
    ) async -> Int? {
        if let known = knownWindow(of: model, options, messages) { return known }
        guard tokens > Self.harmlessTokens else { return nil }
        if let loaded = await loadedWindow(of: model) { return loaded }
        // No server gives a model more than that, so there is no need to read more.
        guard unread > 0, let server = self.model as? any ModelServer else { return nil }
        return try? await server.details(of: model).contextLength
    }

    /// The window of a model, as far as it is known without asking the server.
    func knownWindow(
        of model: String, _ options: ModelOptions, _ messages: [StoredMessage]
    ) -> Int? {
        let wanted = options.window
        if let known = context.window(of: model, wanted: wanted) { return known }
        let last = messages.last { stored in
            guard let message = stored.message, let name = message.model else { return false }
            return ModelName.isSame(name, model) && message.statistics?.contextLength != nil
                && message.options.window == wanted
        }
        return last?.message?.statistics?.contextLength ?? wanted
    }

    /// Asks the server for the window that a model has, if it is loaded.
    func lookUpWindow(of model: String, _ options: ModelOptions) async {
        guard let window = await loadedWindow(of: model) else { return }
        context.set(window: window, of: model, wanted: options.window)
    }

    private func loadedWindow(of model: String) async -> Int? {
        guard let server = self.model as? any ModelServer else { return nil }
        return try? await server.loadedModels().first { ModelName.isSame($0.name, model) }?
            .contextLength
    }
}

extension ModelOptions {
    /// The tokens of the window that is wanted.
    var window: Int? { whole("num_ctx") }

    /// The tokens of the longest reply that is wanted; less than 1 for any length.
    fileprivate var longestReply: Int? { whole("num_predict") }

    private func whole(_ name: String) -> Int? {
        if case .integer(let number) = self[name] { number } else { nil }
    }
}
