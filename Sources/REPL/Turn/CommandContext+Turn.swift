package import Chat
import Terminal

extension CommandContext {
    /// Runs a turn of the active conversation, showing it as it happens.
    ///
    /// - Returns: How the turn ended.
    /// - Throws: What kept it from beginning. What was typed is in ``unsent`` then.
    package func perform(_ kind: TurnKind) async throws -> TurnOutcome {
        do {
            try await chooseModelIfNeeded()
            let outcome = try await runTurn(kind)
            report(outcome)
            if door == .prompt { output.blankLine() }
            return outcome
        } catch {
            if case .send(let text) = kind, door == .prompt { unsent = text }
            throw error
        }
    }

    private func runTurn(_ kind: TurnKind) async throws -> TurnOutcome {
        let conversation = conversation
        let printer = TurnPrinter(
            output, model: await conversation.modelName, showsReply: !settings.wantsJSON)
        await printer.begin()
        let turn: @Sendable () async throws -> TurnOutcome = {
            do {
                return try await conversation.run(kind) { await printer.show($0) }
            } catch {
                await printer.cancel()
                throw error
            }
        }
        guard let lines else { return try await turn() }
        return try await lines.interruptible(turn)
    }

    private func report(_ outcome: TurnOutcome) {
        if let failure = outcome.storeFailure {
            output.report(failure)
            output.warning("The reply above is not in the store.")
        }
        if let branch = outcome.branch {
            output.notice(
                "Others went on in the session, so the reply is in a branch of its own: "
                    + (branch.name ?? branch.id.text))
        }
        switch outcome.state {
        case .complete: break
        case .truncated:
            output.notice("The reply stopped at a limit. /continue goes on from there.")
        case .interrupted:
            output.notice(
                outcome.reply == nil
                    ? "Stopped before anything arrived. /retry asks again."
                    : "Stopped. What arrived is kept; /continue goes on, /retry asks again.")
        case .failed:
            if let failure = outcome.failure { output.report(failure) }
            if outcome.reply != nil, !(outcome.failure is ChatError) {
                output.notice("What arrived is kept; /continue goes on, /retry asks again.")
            }
        }
        guard !settings.isQuiet, let statistics = outcome.statistics else { return }
        output.status(StatusLine.text(for: statistics))
    }
}
