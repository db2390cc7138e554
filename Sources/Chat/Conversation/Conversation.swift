/// One session with a model to talk to: stores the question, streams the reply, stores the reply.
///
/// ```swift
/// let store = try await RedisSessionStore(connectingTo: "redis://localhost:6379")
/// let session = try await store.create(name: "Python", systemPrompt: "You are a tutor.")
/// let conversation = Conversation(in: session, of: store, with: OllamaClient(model: "llama3.2"))
/// for try await event in conversation.send("How do I read a file?") {
///     if case .text(let token) = event { print(token, terminator: "") }
/// }
/// ```
///
/// A question is in the store before the model is asked, and what arrived of a reply is kept
/// however it ends. One turn runs at a time; programs on the same session take turns.
public actor Conversation {
    let store: any SessionStore
    let model: any ChatModel

    /// The session, or `nil` as long as nothing was said in a new one.
    public internal(set) var session: Session?
    /// The messages of the session, as far as they were read; `nil` until a turn needs them.
    var messages: [StoredMessage]?
    /// The newest of them, where they were read to be shown, as long as no turn has needed more.
    var newest: [StoredMessage]?
    /// How many messages of the session were not read, because they are too old to be sent.
    var unread = 0
    /// What a session will be created with at its first message.
    var unborn: NewSession
    /// The question that was to be stored last, and the turn that was to store it.
    var lastQuestion: (message: Message, turn: TurnID)?
    /// The images of messages that were sent or are to be, by their digests.
    var images: [String: [UInt8]] = [:]
    /// A reply that could not be stored; it is stored before the next turn begins.
    var unstored: UnstoredReply?
    /// What is known of the context windows.
    var context: ContextMemory
    /// How many tokens models make of texts.
    let scales: TokenScales
    /// Whether a turn runs.
    private(set) var isBusy = false

    /// Goes on in a session.
    ///
    /// - Parameters:
    ///   - session: The session.
    ///   - store: Where it lives.
    ///   - model: Who answers.
    ///   - recent: How many of the newest messages are sent at the most; what fits unless told.
    ///   - share: How much of the window is left filled when turns have to be left out.
    ///   - scales: How many tokens models make of texts.
    public init(
        in session: Session, of store: any SessionStore, with model: any ChatModel,
        sendingNewest recent: Int? = nil, filling share: Double = ContextPlanner.usualShare,
        knowing scales: TokenScales = TokenScales()
    ) {
        self.session = session
        self.scales = scales
        context = ContextMemory(recent: recent, share: share)
        self.store = store
        self.model = model
        unborn = NewSession()
    }

    /// Begins a session that is created at its first message, and named after it if it has no name.
    public init(
        new: NewSession, of store: any SessionStore, with model: any ChatModel,
        sendingNewest recent: Int? = nil, filling share: Double = ContextPlanner.usualShare,
        knowing scales: TokenScales = TokenScales()
    ) {
        self.scales = scales
        context = ContextMemory(recent: recent, share: share)
        self.store = store
        self.model = model
        unborn = new
    }

    /// The model that the next turn asks, where one is chosen; empty for the server's default.
    public var modelName: String {
        session?.model ?? unborn.model ?? ""
    }

    /// The options that the next turn applies.
    public var options: ModelOptions {
        session?.options ?? unborn.options
    }

    /// The id that the session has, or will have when it is created.
    package var id: SessionID { session?.id ?? unborn.id }

    /// The name of the session, where it has one.
    public var name: String? {
        session.map(\.name) ?? unborn.name
    }

    /// Runs a turn to its end, telling its steps as they happen.
    ///
    /// Cancelling the task interrupts the reply: what arrived is stored all the same before this
    /// returns.
    ///
    /// - Parameters:
    ///   - kind: What the turn does.
    ///   - override: What is different for its reply from what is set for the session.
    ///   - onEvent: Told each step. The reply is read no faster than this returns.
    /// - Returns: How the turn ended; the same that the last event carries.
    /// - Throws: What kept the turn from beginning. The question is not in the store then, or at
    ///   least not known to be: to ask it again stores it once in any case.
    public func run(
        _ kind: TurnKind, with override: ReplyOverride = ReplyOverride(),
        onEvent: @escaping @Sendable (TurnEvent) async -> Void
    ) async throws -> TurnOutcome {
        guard !isBusy else { throw ChatError.turnInProgress }
        isBusy = true
        defer { isBusy = false }
        try await storeUnstored(onEvent: onEvent)
        let outcome: TurnOutcome
        do {
            outcome = try await runTurn(kind, with: override, onEvent: onEvent)
        } catch let error as ChatError where isGone(error) {
            try await move(onEvent: onEvent)
            outcome = try await runTurn(kind, with: override, onEvent: onEvent)
        } catch is OutdatedMessages {
            outcome = try await runTurn(kind, with: override, onEvent: onEvent)
        }
        await onEvent(.ended(outcome))
        return outcome
    }

    private func runTurn(
        _ kind: TurnKind, with override: ReplyOverride,
        onEvent: @escaping @Sendable (TurnEvent) async -> Void
    ) async throws -> TurnOutcome {
        var plan = try await prepare(kind)
        plan.override = override
        do {
            let turn = try await begin(plan, onEvent: onEvent)
            return try await answer(plan, turn, onEvent: onEvent)
        } catch let error where plan.stored != nil {
            // The session was created with the question, so it did begin.
            return TurnOutcome(failure: error)
        }
    }

    /// Asks the model within a turn that has begun, and ends the turn in any case.
    private func answer(
        _ plan: TurnPlan, _ turn: BegunTurn,
        onEvent: @escaping @Sendable (TurnEvent) async -> Void
    ) async throws -> TurnOutcome {
        let request: ChatRequest
        do {
            request = try await makeRequest(plan, turn, onEvent: onEvent)
        } catch {
            await abandon(turn)
            messages = nil
            guard turn.question != nil else { throw error }
            return TurnOutcome(failure: error)
        }
        let run = TurnRun(
            turn: turn, request: request, plan: plan, branch: branchPoint(plan, turn),
            store: store, model: model,
            smaller: { [self] in await smaller($0, onEvent: onEvent) }, onEvent: onEvent)
        var (outcome, unstored) = await run.complete()
        if let error = outcome.storeFailure as? ChatError, isGone(error), let reply = unstored {
            (outcome, unstored) = await move(outcome, with: reply, onEvent: onEvent)
        }
        self.unstored = unstored
        await learn(from: outcome, onEvent: onEvent)
        take(outcome, of: turn, plan: plan)
        if outcome.reply != nil { learnScale(of: request.model) }
        if let branch = outcome.branch { await onEvent(.branched(to: branch)) }
        return outcome
    }

    /// Says something, and streams the answer.
    ///
    /// Leaving the loop early, or cancelling its task, interrupts the reply and stores what
    /// arrived. The sequence throws after the last event if the reply failed.
    public nonisolated func send(_ text: String) -> AsyncThrowingStream<TurnEvent, any Error> {
        stream(.send(text))
    }

    /// Runs a turn, and streams its events.
    public nonisolated func stream(_ kind: TurnKind) -> AsyncThrowingStream<TurnEvent, any Error> {
        AsyncThrowingStream { continuation in
            let task = Task {
                do {
                    let outcome = try await run(kind) { continuation.yield($0) }
                    continuation.finish(throwing: outcome.failure)
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}
