/// The streaming half of a turn: asks the model, checkpoints the draft, stores the reply.
struct TurnRun: Sendable {
    let turn: BegunTurn
    let request: ChatRequest
    let plan: TurnPlan
    let branch: BranchPoint
    let store: any SessionStore
    let model: any ChatModel
    /// Makes a smaller request of one that was refused for its size.
    let smaller: @Sendable (ChatRequest) async -> ChatRequest?
    let onEvent: @Sendable (TurnEvent) async -> Void

    /// Streams the reply and stores it, however it ends.
    ///
    /// - Returns: How the turn ended, and the reply if it could not be stored.
    func complete() async -> (TurnOutcome, UnstoredReply?) {
        let draft = DraftWriter(for: turn, in: store)
        let writing = Task { await draft.run() }
        var assembler = ReplyAssembler(continuing: plan.continued?.message)
        if let earlier = plan.continued?.message {
            draft.offer(text: earlier.content, thinking: earlier.thinking ?? "")
        }
        let lookup = ModelLookup(request.model, on: model)
        var failure: (any Error)?
        do {
            try await streamWhatFits(into: &assembler, draft: draft, lookup: lookup)
            if assembler.end == nil { failure = ChatError.streamCut }
        } catch {
            failure = error
        }
        await onEvent(.arrived)
        let loaded = await lookup.result(waiting: assembler.end != nil)
        writing.cancel()
        await writing.value
        let isCancelled = Task.isCancelled || failure is CancellationError
        let state = assembler.state(failure: failure, isCancelled: isCancelled)
        // The reader may have cancelled this task; the reply is stored all the same.
        let ending = Task { [assembler] in await store(assembler, state, loaded) }
        var (outcome, unstored) = await ending.value
        if assembler.end == nil { outcome.failure = isCancelled ? CancellationError() : failure }
        return (outcome, unstored)
    }

    /// Asks again with less, as long as the server finds the request too large.
    private func streamWhatFits(
        into assembler: inout ReplyAssembler, draft: DraftWriter, lookup: ModelLookup
    ) async throws {
        var request = request
        while true {
            do {
                return try await stream(request, into: &assembler, draft: draft, lookup: lookup)
            } catch let refusal as any ChatFailure where refusal.kind == .contextWindow {
                guard let less = await smaller(request) else { throw refusal }
                request = less
            }
        }
    }

    private func stream(
        _ request: ChatRequest, into assembler: inout ReplyAssembler, draft: DraftWriter,
        lookup: ModelLookup
    ) async throws {
        var events = model.reply(to: request).makeAsyncIterator()
        var hasLookedUp = false
        while assembler.end == nil, let batch = try await events.nextBatch() {
            var text = ""
            var thinking = ""
            for event in batch {
                assembler.take(event)
                switch event {
                case .text(let piece): text += piece
                case .thinking(let piece): thinking += piece
                case .retrying(let delay): await onEvent(.retrying(after: delay))
                case .done: break
                }
            }
            if !thinking.isEmpty { await onEvent(.thinking(thinking)) }
            if !text.isEmpty { await onEvent(.text(text)) }
            if !text.isEmpty || !thinking.isEmpty {
                draft.offer(text: text, thinking: thinking)
                if !hasLookedUp { await lookup.begin() }
                hasLookedUp = true
            }
            try Task.checkCancellation()
        }
    }

    private func store(
        _ assembler: ReplyAssembler, _ state: MessageState, _ loaded: LoadedModel?
    ) async -> (TurnOutcome, UnstoredReply?) {
        var outcome = TurnOutcome(state: state, statistics: assembler.end?.statistics)
        guard let message = assembler.message(state: state, request: request, loaded: loaded)
        else {
            // A store that fails here finds the empty draft later.
            try? await store.abandon(turn)
            return (outcome, nil)
        }
        outcome.statistics = message.statistics
        let reply = UnstoredReply(
            turn: turn, message: message, placement: plan.placement, branch: branch)
        do {
            (outcome.reply, outcome.branch) = try await reply.store(in: store)
            return (outcome, nil)
        } catch {
            outcome.storeFailure = error
            return (outcome, reply)
        }
    }
}
