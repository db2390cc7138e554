extension Conversation {
    /// Decides what a turn does, and makes sure that its session exists and is known.
    func prepare(_ kind: TurnKind) async throws -> TurnPlan {
        switch kind {
        case .send(let text, let images):
            let question = Message.user(text, with: images)
            let known = try await recentMessages()
            try await refuseWhatCannotFit(question, behind: known)
            for image in images { self.images[image.digest] = image.bytes }
            guard session != nil else { return try await createSession(asking: question, images) }
            return ask(question, images, behind: known)
        case .retry:
            let known = try await recentMessages()
            guard let last = known.last, known.contains(where: { $0.message?.role == .user }) else {
                throw ChatError.nothingToRetry
            }
            let isReply = last.message?.role == .assistant
            return TurnPlan(
                placement: isReply ? .instead(of: last) : .append, lastSeen: last.timestamp)
        case .continue:
            let last = try lastReply(among: try await recentMessages())
            return TurnPlan(
                placement: .inPlace(of: last), continued: last, lastSeen: last.timestamp)
        }
    }

    /// The reply at the end, which was cut off.
    private func lastReply(among messages: [StoredMessage]) throws -> StoredMessage {
        guard let last = messages.last, let message = last.message,
            messages.contains(where: { $0.message?.role != .system })
        else { throw ChatError.noReply }
        guard message.role == .assistant else { throw ChatError.unanswered }
        guard message.state != .complete else { throw ChatError.nothingToContinue }
        return last
    }

    /// Takes the session's lease, waiting for other programs that are in a turn.
    func begin(
        _ plan: TurnPlan, onEvent: @Sendable (TurnEvent) async -> Void
    ) async throws -> BegunTurn {
        guard let session else { throw ChatError.nothingToRetry }
        if let last = lastQuestion, last.turn != plan.turn {
            await giveUp(last.turn, in: session.id, lastSeen: plan.lastSeen)
        }
        if let question = plan.question { lastQuestion = (question, plan.turn) }
        let request = TurnRequest(
            turn: plan.turn, question: plan.question, images: plan.images,
            lastSeen: plan.lastSeen, model: plan.override.model ?? modelName)
        var waitingFor: TurnOwner?
        var delay = Duration.milliseconds(100)
        while true {
            switch try await store.begin(request, in: session.id) {
            case .begun(let turn):
                lastQuestion = nil
                try await check(turn, plan)
                if !turn.news.isEmpty { await onEvent(.news(turn.news)) }
                if let question = plan.stored ?? turn.question { await onEvent(.asked(question)) }
                return turn
            case .busy(let owner):
                if waitingFor != owner { await onEvent(.waiting(for: owner)) }
                waitingFor = owner
                try await Task.sleep(for: delay)
                delay = min(delay * 2, .seconds(1))
            }
        }
    }

    /// Ends a turn that seemed not to begin, and for which all others would wait if it did.
    private func giveUp(_ turn: TurnID, in id: SessionID, lastSeen: Timestamp?) async {
        let request = TurnRequest(turn: turn, question: nil, lastSeen: lastSeen, model: modelName)
        guard case .begun(let begun) = try? await store.begin(request, in: id) else { return }
        await abandon(begun)
    }

    /// Gives a turn up that was going to replace a reply behind which others have gone on.
    private func check(_ turn: BegunTurn, _ plan: TurnPlan) async throws {
        guard plan.placement != .append,
            !turn.news.isEmpty || turn.revision != session?.revision
        else { return }
        messages = nil
        await abandon(turn)
        if turn.revision == nil { throw OutdatedMessages() }
        throw ChatError.othersWentOn
    }

    /// Ends a turn without a reply, even in a task that was cancelled.
    func abandon(_ turn: BegunTurn) async {
        let store = store
        // A store that fails here finds the empty draft later.
        await Task { try? await store.abandon(turn) }.value
    }

    /// Builds what the model is asked, from what is known and what the store says is new.
    func makeRequest(
        _ plan: TurnPlan, _ turn: BegunTurn, onEvent: @Sendable (TurnEvent) async -> Void
    ) async throws -> ChatRequest {
        var known = (messages ?? []) + turn.news + (turn.question.map { [$0] } ?? [])
        if turn.revision != session?.revision || turn.messageCount != unread + known.count {
            messages = nil
            known = try await recentMessages()
        }
        messages = known
        session?.messageCount = unread + known.count
        var empty = ChatRequest(
            model: plan.override.model ?? modelName, messages: [],
            options: options.merging(plan.override.options), refusesTruncation: true)
        while true {
            var asked = known
            if case .instead(let old) = plan.placement { asked.removeAll { $0.isSame(as: old) } }
            let wanted = options.merging(plan.override.options)
            empty.options = sized(wanted, for: empty.model, holding: asked)
            let sent = await self.plan(asked, for: empty.model, empty.options)
            guard unread > 0, sent.leavesNothingOut else {
                if wanted.hasGrowingWindow, let growth = growth(of: empty, behind: asked) {
                    await onEvent(growth)
                }
                return await filled(empty, by: sent, onEvent: onEvent)
            }
            known = try await readNewest(known.count * 4)
        }
    }

    /// Where the reply of a turn goes if others overtake it.
    func branchPoint(_ plan: TurnPlan, _ turn: BegunTurn) -> BranchPoint {
        let name = SessionName.branch(of: session?.name)
        return switch plan.placement {
        case .append: BranchPoint(last: turn.anchor, name: name)
        case .instead(let old), .inPlace(let old):
            BranchPoint(
                last: messages?.last { $0.timestamp < old.timestamp }?.timestamp, name: name)
        }
    }

    /// Stores the reply of an earlier turn that could not be stored then.
    package func storeUnstored(onEvent: @Sendable (TurnEvent) async -> Void) async throws {
        guard let reply = unstored else { return }
        do {
            let (_, branch) = try await reply.store(in: store)
            messages = nil
            if let branch {
                session = branch
                await onEvent(.branched(to: branch))
            }
        } catch let error as ChatError where isGone(error) {
            try await move(with: reply, onEvent: onEvent)
        }
        unstored = nil
    }

    /// Notes what a turn added.
    func take(_ outcome: TurnOutcome, of turn: BegunTurn, plan: TurnPlan) {
        guard let reply = outcome.reply, var known = messages, session?.id == turn.session else {
            return
        }
        if let branch = outcome.branch {
            session = branch
            messages = nil
            return
        }
        switch plan.placement {
        case .append: break
        case .instead(let old), .inPlace(let old):
            known.removeAll { $0.isSame(as: old) }
            // The store counts every such change; whether it did is seen at the next turn.
            session?.revision += 1
        }
        known.append(reply)
        messages = known
        session?.messageCount = unread + known.count
        session?.lastActivity = reply.timestamp
    }
}

/// What is known of the messages does not hold any more; they have to be read before a turn that
/// replaces one.
struct OutdatedMessages: Error {}
