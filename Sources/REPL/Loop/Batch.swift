package import Chat
import Terminal

/// Answers one line after the other: what the shell does with `--batch`.
package struct Batch {
    private let context: CommandContext
    private let lines: any LineSource

    /// Makes a batch.
    ///
    /// - Parameters:
    ///   - context: What turns work with.
    ///   - lines: Where the lines come from.
    package init(_ context: CommandContext, lines: any LineSource) {
        self.context = context
        self.lines = lines
    }

    /// Says the next line that is not empty in the active session, and shows the reply.
    ///
    /// - Returns: How the turn ended, or what kept it from beginning; `nil` behind the last line.
    /// - Throws: `CancellationError`, or what is wrong with the lines.
    package func answerNext() async throws -> Result<TurnOutcome, any Error>? {
        try Task.checkCancellation()
        while case .line(let line, _) = try await lines.readLine(LinePromptRequest("")) {
            if line.allSatisfy(\.isWhitespace) { continue }
            return try await answer(line)
        }
        return nil
    }

    private func answer(_ line: String) async throws -> Result<TurnOutcome, any Error> {
        do {
            let outcome = try await context.perform(.send(line))
            if !context.settings.wantsJSON {
                if outcome.reply != nil || outcome.storeFailure != nil { context.output.result("") }
            } else if let session = await context.conversation.session {
                try context.output.result(JSONText.line(of: TurnJSON(session, outcome)))
            }
            return .success(outcome)
        } catch {
            try Task.checkCancellation()
            context.report(error)
            if context.settings.wantsJSON {
                let session = await context.conversation.session
                try context.output.result(JSONText.line(of: TurnJSON(session, error)))
            }
            return .failure(error)
        }
    }
}
