import Chat
import Terminal

extension CommandContext {
    /// Has a summary sent in place of the beginning of the session, where its window fills up and
    /// that is wanted.
    ///
    /// - Returns: What was typed in place of an answer to the question whether it is.
    /// - Throws: What keeps the summary from being made; all is as it was then.
    func compactIfFull() async throws -> LineInput? {
        guard settings.compaction != .off, let session = await conversation.session,
            session.id != undecided, let percent = await filledPercent()
        else { return nil }
        let old = try await conversation.messagesToSummarise(
            keepingNewest: CompactCommand.usualCount)
        guard let first = old.first, let last = old.last, old.count >= CompactCommand.usualCount
        else { return nil }
        if settings.compaction == .ask, session.choices.compacts == nil {
            if let other = try await askForCompaction(percent, session) { return other }
        }
        let choice = await conversation.session?.choices.compacts
        guard settings.compaction == .auto || choice == true else { return nil }
        try await summarise(old)
        output.notice(
            "The window was \(percent) % full, so messages \(first.number) to \(last.number) are "
                + "summarised in what is sent. /compact --undo takes that back.")
        return nil
    }

    /// How full the window is, where that is so much that something has to be done.
    ///
    /// What is kept free for a reply is not filled by messages: turns stay out before that.
    private func filledPercent() async -> Int? {
        guard await !conversation.options.hasGrowingWindow,
            let meter = await conversation.meter, let window = meter.window, window > 0
        else { return nil }
        let room = window - ContextPlanner(window: window).reserve
        guard meter.used * 100 >= room * settings.compactAt else { return nil }
        return meter.used * 100 / window
    }

    /// Asks, and remembers the answer; a line that is none may have been typed before the question
    /// was there, so it is no answer.
    private func askForCompaction(
        _ percent: Int, _ session: Session
    ) async throws -> LineInput? {
        undecided = session.id
        let request = LinePromptRequest(
            "The window is \(percent) % full. Send a summary of old messages, now and later? [y/N] "
        )
        let input = try await read(request)
        guard case .line(let text, _)? = input else { return nil }
        let answer = text.trimmed.lowercased()
        guard ["y", "yes", "n", "no", ""].contains(answer) else {
            output.hint("/compact sends a summary of old messages when you want it.")
            return input
        }
        var choices = session.choices
        choices.compacts = answer.hasPrefix("y")
        try await conversation.change([.choices(choices)])
        undecided = nil
        return nil
    }

    /// Puts the oldest messages on the shelf, where the session has more than it is to keep.
    ///
    /// Some more go than have to, so that for some turns the requests begin alike.
    func shelveOldMessages() async {
        guard let most = settings.mostMessages, !isStoreAway(),
            let session = await conversation.session, session.messageCount > most
        else { return }
        do {
            let all = try await store.history(of: session.id, .all).messages
            let old = Self.old(among: all, mostMessages: most, pinned: session.choices.always)
            guard !old.isEmpty else { return }
            try await conversation.remove(old, as: .prune, keepingMessages: true)
            output.notice(
                "\(Count.messages(old.count)) went to the shelf, as the session keeps no more than "
                    + "\(most).")
        } catch let error as ChatError where error.kind == .store {
            // Others are at work in the session; the next turn is early enough.
        } catch {
            report(error)
        }
    }

    /// The oldest messages, as many as have to go and some more; what stays begins with a question
    /// where that can be.
    private static func old(
        among all: [StoredMessage], mostMessages most: Int, pinned: Set<Timestamp>
    ) -> [StoredMessage] {
        let others = all.filter {
            $0.message?.role != .system && !pinned.contains($0.timestamp)
        }
        let least = min(max(all.count - most, 0), others.count)
        let wanted = min(max(all.count - max(most * 3 / 4, 1), least), others.count)
        let questions = others.indices.filter { others[$0].message?.role == .user }
        let end =
            questions.last { least <= $0 && $0 <= wanted } ?? questions.first { $0 > wanted }
        return Array(others.prefix(end ?? wanted))
    }
}
