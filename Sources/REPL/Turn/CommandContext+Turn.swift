package import Chat
import Terminal

extension CommandContext {
    /// Runs a turn of the active conversation, showing it as it happens.
    ///
    /// - Parameters:
    ///   - kind: What the turn does.
    ///   - override: What is different for its reply from what is set for the session.
    /// - Returns: How the turn ended.
    /// - Throws: What kept it from beginning.
    package func perform(
        _ kind: TurnKind, with override: ReplyOverride = ReplyOverride()
    ) async throws -> TurnOutcome {
        let printer = TurnPrinter(output, showsReply: !settings.wantsJSON)
        let start = ContinuousClock.now
        do {
            let conversation = conversation
            printer.begin(await conversation.modelName)
            if override.model == nil { try await chooseModelIfNeeded() }
            let usual = await conversation.modelName
            printer.begin(override.model ?? usual)
            await warmup?.makeWay(for: conversation, asking: override.model)
            let outcome = try await conversation.run(kind, with: override) { printer.show($0) }
            await warmup?.note(conversation)
            if settings.isQuick, (outcome.failure as? any ChatFailure)?.kind == .notFound {
                // It knows which name was meant.
                _ = try await model(named: usual)
            }
            report(outcome, of: kind)
            if outcome.state != .interrupted { await notify(after: .now - start) }
            await shelveOldMessages()
            if door == .prompt { output.blankLine() }
            return outcome
        } catch {
            printer.stop()
            throw error
        }
    }

    /// Tells a person who looks elsewhere that the reply is there, where it took long.
    private func notify(after time: Duration) async {
        guard time >= notification.least else { return }
        switch notification.kind {
        case .off: break
        case .bell: output.ask(.bell)
        case .osc9:
            // Desktops keep notifications.
            let known = await isPrivate ? nil : conversation.name
            let name = known.map { ": \($0.onOneLine.shortened(to: 60))" }
            output.ask(.notification("ollama-chat: reply finished\(name ?? "")"))
        }
    }

    /// Stores what was said in the active conversation and could not be stored then; where that
    /// moves it into another session, it is told.
    ///
    /// - Throws: A failure of the store.
    func settle() async throws {
        let printer = TurnPrinter(output, showsReply: false)
        try await conversation.storeUnstored { printer.show($0) }
    }

    private func report(_ outcome: TurnOutcome, of kind: TurnKind) {
        let hasReply = outcome.reply != nil || outcome.storeFailure != nil
        switch outcome.state {
        case .complete: break
        case .truncated: say("The reply stopped at a limit.", "/continue goes on from there.")
        case .interrupted where hasReply:
            say("Stopped. What arrived is kept.", "/continue goes on, /retry asks again.")
        case .interrupted where kind == .continue:
            say("Stopped before anything arrived.", "/continue tries again.")
        case .interrupted: say("Stopped before anything arrived.", "/retry asks again.")
        case .failed:
            if let failure = outcome.failure { report(failure) }
            if hasReply {
                say("What arrived is kept.", "/continue goes on, /retry asks again.")
            } else {
                sayWhatIsLeft(by: kind)
            }
        }
        if let failure = outcome.storeFailure {
            report(failure)
            output.warning(
                door == .prompt
                    ? "The reply is not in the store yet. It is stored before the next message."
                    : "The reply is not in the store.")
        }
        let figures =
            outcome.statistics.map { StatusLine.text(for: $0, besideMeter: door == .prompt) } ?? ""
        if !figures.isEmpty, outcome.state != .interrupted { output.status(figures) }
    }

    /// Says what is there after a turn of which nothing arrived.
    private func sayWhatIsLeft(by kind: TurnKind) {
        switch kind {
        case .send where settings.isQuick: break
        case .send: say("The question is stored.", "/retry asks it again.")
        case .retry: say("What was there is kept.", "/retry asks again.")
        case .continue: say("The reply is kept as far as it came.", "/continue tries again.")
        }
    }

    /// Says something, and at the prompt also what can be typed next.
    private func say(_ sentence: String, _ advice: String) {
        output.notice(door == .prompt ? "\(sentence) \(advice)" : sentence)
    }
}
