/// The streaming half of a turn: asks the model, checkpoints the draft, stores the reply.
struct TurnRun: Sendable {
    let turn: BegunTurn
    let request: ChatRequest
    let plan: TurnPlan
    let store: any SessionStore
    let model: any ChatModel
    let onEvent: @Sendable (TurnEvent) async -> Void

    /// Streams the reply and stores it, however it ends.
    func complete() async -> TurnOutcome {
        let draft = DraftWriter(for: turn, in: store)
        let writing = Task { await draft.run() }
        var assembler = ReplyAssembler(continuing: plan.continued?.message)
        if let earlier = plan.continued?.message {
            await draft.offer(text: earlier.content, thinking: earlier.thinking ?? "")
        }
        let lookup = ModelLookup(request.model, on: model)
        var failure: (any Error)?
        do {
            try await stream(into: &assembler, draft: draft, lookup: lookup)
            if assembler.end == nil { failure = ChatError.streamCut }
        } catch {
            failure = error
        }
        writing.cancel()
        await writing.value
        let isCancelled = Task.isCancelled || failure is CancellationError
        let state = assembler.state(failure: failure, isCancelled: isCancelled)
        // The reader may have cancelled this task; the reply is stored all the same.
        let loaded = await lookup.result(waiting: assembler.end != nil)
        let ending = Task { [assembler] in await store(assembler, state, loaded) }
        var outcome = await ending.value
        if assembler.end == nil { outcome.failure = isCancelled ? CancellationError() : failure }
        return outcome
    }

    private func stream(
        into assembler: inout ReplyAssembler, draft: DraftWriter, lookup: ModelLookup
    ) async throws {
        var events = model.reply(to: request).makeAsyncIterator()
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
            if !text.isEmpty || !thinking.isEmpty {
                await lookup.begin()
                await draft.offer(text: text, thinking: thinking)
            }
            if !thinking.isEmpty { await onEvent(.thinking(thinking)) }
            if !text.isEmpty { await onEvent(.text(text)) }
            try Task.checkCancellation()
        }
    }

    private func store(
        _ assembler: ReplyAssembler, _ state: MessageState, _ loaded: LoadedModel?
    ) async -> TurnOutcome {
        var outcome = TurnOutcome(state: state, statistics: assembler.end?.statistics)
        do {
            guard
                let message = assembler.message(state: state, request: request, loaded: loaded)
            else {
                try await store.abandon(turn)
                return outcome
            }
            outcome.statistics = message.statistics
            switch try await store.finish(turn, with: message, placement: plan.placement) {
            case .stored(let reply):
                outcome.reply = reply
            case .overtaken:
                let history = try await store.branch(
                    turn.session, through: turn.anchor, name: nil, adding: [message])
                outcome.reply = history.messages.last
                outcome.branch = history.session
                try await store.abandon(turn)
            }
        } catch {
            outcome.storeFailure = error
        }
        return outcome
    }
}
