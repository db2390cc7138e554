extension Conversation {
    /// What the model is asked for.
    private static let instruction = Message.user(
        """
        Summarise our conversation up to here, for yourself: from now on you will see the summary \
        in its place. Keep names, numbers, facts, decisions, code that still matters, what was \
        asked for and what is open. Write no more than 300 words, and nothing but the summary.
        """)

    /// The messages that a summary would cover now: all but the newest, whole turns.
    ///
    /// - Parameter count: How many of the newest messages stay as they are, at least.
    /// - Returns: The messages that are sent now and would not be any more; empty where there is
    ///   nothing to summarise.
    /// - Throws: A failure of the store.
    public func messagesToSummarise(keepingNewest count: Int) async throws -> [StoredMessage] {
        let known = try await knownMessages()
        let said = unsummarised(known, behind: summary(standingFor: known))
        guard count > 0 else { return said }
        // What stays begins with a question.
        let start = said.prefix(max(0, said.count - count) + 1).lastIndex {
            $0.message?.role == .user
        }
        return Array(said[..<(start ?? 0)])
    }

    /// Lets the model summarise messages, which it is then sent the summary of.
    ///
    /// The messages stay in the session. Where they are more than the model can read at once, they
    /// are summarised in several steps, each with the summary so far.
    ///
    /// - Parameters:
    ///   - messages: The messages; those that a summary covers already are left aside.
    ///   - onText: Told the summary as it is made, piece by piece.
    /// - Returns: The summary.
    /// - Throws: What kept it from being made or stored; nothing is changed then.
    @discardableResult
    public func summarise(
        _ messages: [StoredMessage], onText: @Sendable (String) async -> Void
    ) async throws -> SessionSummary {
        let known = try await knownMessages()
        let before = self.summary(standingFor: known)
        let system = known.compactMap(\.message).filter { $0.role == .system }
        var summary = before
        var rest = unsummarised(messages, behind: before)[...]
        while !rest.isEmpty {
            let part = try await part(of: rest, behind: system, summary, known)
            let request = ChatRequest(
                model: modelName,
                messages: system + (summary.map { [$0.message] } ?? [])
                    + part.compactMap(\.message) + [Self.instruction],
                options: sized(options, for: modelName, holding: known),
                refusesTruncation: true)
            let text = try await answer(to: request, onText: onText)
            guard let end = part.last else { break }
            summary = SessionSummary(
                text: text, through: end.timestamp, lastNumber: end.number, model: modelName,
                earlier: before)
            rest = rest.dropFirst(part.count)
        }
        guard let summary else { throw ChatError.nothingToSummarise }
        if summary != before { try await change([.summary(summary)]) }
        return summary
    }

    /// Takes the last summary back: what it covers is sent again, or an earlier summary of it.
    ///
    /// - Throws: ``ChatError/nothingSummarised`` where there is none, or a failure of the store.
    public func takeSummaryBack() async throws {
        guard let summary = session?.summary else { throw ChatError.nothingSummarised }
        try await change([.summary(summary.earlier)])
    }

    /// The summary of the session, as long as it stands for the beginning of its messages.
    func summary(standingFor messages: [StoredMessage]) -> SessionSummary? {
        session?.summary.flatMap { $0.holds(in: messages) ? $0 : nil }
    }

    /// What was said that a summary does not cover, and that may be sent.
    private func unsummarised(
        _ messages: [StoredMessage], behind summary: SessionSummary?
    ) -> [StoredMessage] {
        messages.filter { stored in
            stored.message.map { $0.role != .system } ?? false
                && session?.choices.never.contains(stored.timestamp) != true
                && summary.map { $0.through < stored.timestamp } ?? true
        }
    }

    /// As many messages from the beginning as fit into the window with all that goes with them.
    private func part(
        of messages: ArraySlice<StoredMessage>, behind system: [Message],
        _ summary: SessionSummary?, _ known: [StoredMessage]
    ) async throws -> ArraySlice<StoredMessage> {
        let entries = estimatedEntries(Array(messages), of: modelName, learningFrom: known)
        guard
            let window = await window(
                of: modelName, sized(options, for: modelName, holding: known), holding: .max, known)
        else {
            return messages
        }
        let others = estimatedTokens(
            of: system + (summary.map { [$0.message] } ?? []) + [Self.instruction],
            model: modelName)
        var room = window - ContextPlanner(window: window).reserve - others
        let fitting = entries.prefix { entry in
            room -= entry.tokens
            return room >= 0
        }.count
        guard fitting > 0 else {
            throw ChatError.tooLarge(tokens: entries.first?.tokens ?? 0, window: window)
        }
        return messages.prefix(fitting)
    }

    private func answer(
        to request: ChatRequest, onText: @Sendable (String) async -> Void
    ) async throws -> String {
        var text = ""
        var isDone = false
        var events = model.reply(to: request).makeAsyncIterator()
        while !isDone, let batch = try await events.nextBatch() {
            for event in batch {
                switch event {
                case .text(let piece):
                    text += piece
                    await onText(piece)
                case .done: isDone = true
                case .thinking, .retrying: break
                }
            }
            try Task.checkCancellation()
        }
        guard isDone, text.contains(where: { !$0.isWhitespace }) else { throw ChatError.streamCut }
        return text
    }
}
