package import Chat

/// Lets the model server prepare itself for a conversation while the person types: it loads the
/// model, and evaluates what the next turn will begin with.
///
/// Nothing waits for it, and nothing that goes wrong with it is told: the turn that follows says
/// what is wrong with the server.
package actor Warmup {
    private struct Run {
        let prefix: Conversation.Prefix
        let task: Task<Void, Never>
        var isLoading = true
        /// Whether a turn waits for the same model, which is all that it needs then.
        var isOvertaken = false
    }

    /// What takes less time is not shown.
    private static let patience = Duration.milliseconds(300)

    private let server: any ModelServer
    private let mode: WarmupMode
    private let prompt: PromptText
    private let refresh: @Sendable () -> Void
    private var run: Run?
    /// What the server has evaluated last, or is evaluating.
    private var last: Conversation.Prefix?

    /// Makes a warm-up.
    ///
    /// - Parameters:
    ///   - server: The model server.
    ///   - mode: What it is to do.
    ///   - prompt: Where it is shown that it does something.
    ///   - refresh: Draws the prompt anew.
    package init(
        _ server: any ModelServer, _ mode: WarmupMode, showingOn prompt: PromptText,
        refreshing refresh: @escaping @Sendable () -> Void
    ) {
        self.server = server
        self.mode = mode
        self.prompt = prompt
        self.refresh = refresh
    }

    /// Begins, if the conversation is another one than the last, or begins in another way.
    ///
    /// A session without messages needs nothing, and a model that somebody else runs may be paid
    /// for.
    package func consider(_ conversation: Conversation) async {
        let prefix = await conversation.prefix
        guard mode != .off, last.map({ !$0.isSame(as: prefix) }) ?? true else { return }
        run?.task.cancel()
        let before = run?.task
        run = nil
        last = prefix
        guard let session = await conversation.session, session.messageCount > 0,
            !prefix.model.isEmpty, !ModelName.isCloud(prefix.model)
        else { return }
        let task = Task {
            await before?.value
            await warmUp(conversation, prefix)
        }
        run = Run(prefix: prefix, task: task)
    }

    /// Gives the server to a turn.
    ///
    /// What is being evaluated is given up: the server goes on from where it was. A model that is
    /// being loaded is loaded on, if it is the one that the turn needs; giving up would begin anew.
    package func makeWay(for conversation: Conversation, asking model: String? = nil) async {
        guard let run else { return }
        let needed = await conversation.prefix
        let isOther = model.map { !ModelName.isSame($0, needed.model) } ?? false
        if run.isLoading, !isOther, needed.isLoaded(as: run.prefix) {
            self.run?.isOvertaken = true
        } else {
            await stop()
        }
    }

    /// Takes that the server has evaluated a conversation in a turn.
    package func note(_ conversation: Conversation) async {
        last = await conversation.prefix
    }

    /// Waits until nothing is being done.
    func finish() async { await run?.task.value }

    /// Gives up whatever is being done.
    package func end() async {
        await stop()
    }

    private func stop() async {
        run?.task.cancel()
        await run?.task.value
        run = nil
    }

    private func warmUp(_ conversation: Conversation, _ prefix: Conversation.Prefix) async {
        let sign = Task {
            try await Task.sleep(for: Self.patience)
            try Task.checkCancellation()
            show(isWarmingUp: true)
        }
        defer {
            sign.cancel()
            show(isWarmingUp: false)
        }
        do {
            let growing =
                prefix.options.hasGrowingWindow
                ? try await conversation.warmupRequest()?.options : nil
            try await server.load(prefix.model, options: growing ?? prefix.options)
            run?.isLoading = false
            guard mode == .prefix, run?.isOvertaken != true,
                let request = try await conversation.warmupRequest()
            else { return }
            prompt.show(await conversation.meter)
            try Task.checkCancellation()
            try await evaluate(request)
        } catch {
            // The turn says it.
        }
    }

    private func evaluate(_ request: ChatRequest) async throws {
        for try await event in server.reply(to: request) {
            // A server with a queue has others to serve.
            if case .retrying = event { return }
        }
    }

    private func show(isWarmingUp: Bool) {
        prompt.show(isWarmingUp: isWarmingUp)
        refresh()
    }
}
