extension Conversation {
    /// Decides what a turn does, and makes sure that its session exists and is known.
    func prepare(_ kind: TurnKind) async throws -> TurnPlan {
        switch kind {
        case .send(let text):
            guard session != nil else { return try await createSession(asking: text) }
            let known = try await knownMessages()
            return TurnPlan(question: .user(text), lastSeen: known.last?.timestamp)
        case .retry:
            let known = try await knownMessages()
            guard let last = known.last, known.contains(where: { $0.message?.role == .user }) else {
                throw ChatError.nothingToRetry
            }
            let isReply = last.message?.role == .assistant
            return TurnPlan(
                placement: isReply ? .instead(of: last) : .append, lastSeen: last.timestamp)
        case .continue:
            guard let last = try await knownMessages().last, let message = last.message,
                message.role == .assistant, message.state != .complete
            else { throw ChatError.nothingToContinue }
            return TurnPlan(
                placement: .inPlace(of: last), continued: last, lastSeen: last.timestamp)
        }
    }

    /// Takes the session's lease, waiting for other programs that are in a turn.
    func begin(
        _ plan: TurnPlan, onEvent: @Sendable (TurnEvent) async -> Void
    ) async throws -> BegunTurn {
        guard let session else { throw ChatError.nothingToRetry }
        let request = TurnRequest(
            question: plan.question, lastSeen: plan.lastSeen, model: modelName)
        var waitingFor: TurnOwner?
        while true {
            switch try await store.begin(request, in: session.id) {
            case .begun(let turn):
                if !turn.news.isEmpty { await onEvent(.news(turn.news)) }
                if let question = plan.stored ?? turn.question { await onEvent(.asked(question)) }
                return turn
            case .busy(let owner):
                if waitingFor != owner { await onEvent(.waiting(for: owner)) }
                waitingFor = owner
                try await Task.sleep(for: .milliseconds(250))
            }
        }
    }

    /// Builds what the model is asked, from what is known and what the store says is new.
    func makeRequest(_ plan: TurnPlan, _ turn: BegunTurn) async throws -> ChatRequest {
        var known = (messages ?? []) + turn.news + (turn.question.map { [$0] } ?? [])
        if turn.revision != session?.revision || turn.messageCount != known.count {
            let history = try await store.history(of: turn.session, .all)
            session = history.session
            known = history.messages
        }
        messages = known
        session?.messageCount = known.count
        var asked = known
        if case .instead(let old) = plan.placement {
            asked.removeAll { $0.member == old.member && $0.timestamp == old.timestamp }
        }
        return ChatRequest(
            model: modelName, messages: asked.compactMap(\.message), options: options)
    }

    /// Notes what a turn added.
    func take(_ outcome: TurnOutcome, of turn: BegunTurn, plan: TurnPlan) {
        guard let reply = outcome.reply, var known = messages else { return }
        if let branch = outcome.branch {
            session = branch
            messages = nil
            return
        }
        switch plan.placement {
        case .append: break
        case .instead(let old), .inPlace(let old):
            known.removeAll { $0.member == old.member && $0.timestamp == old.timestamp }
            // The store counts every such change; whether it did is seen at the next turn.
            session?.revision += 1
        }
        known.append(reply)
        messages = known
        session?.messageCount = known.count
        session?.lastActivity = reply.timestamp
    }

    private func knownMessages() async throws -> [StoredMessage] {
        if let messages { return messages }
        guard let session else { return [] }
        let history = try await store.history(of: session.id, .all)
        self.session = history.session
        messages = history.messages
        return history.messages
    }

    private func createSession(asking text: String) async throws -> TurnPlan {
        var new = unborn
        new.name = new.name ?? SessionName.suggested(by: text)
        new.messages.append(.user(text))
        let history = try await store.create(new)
        session = history.session
        messages = history.messages
        return TurnPlan(
            lastSeen: history.messages.last?.timestamp, stored: history.messages.last)
    }
}
