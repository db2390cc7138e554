package import Chat
import Terminal

/// Answers one prompt and leaves: what the shell does with a prompt.
package struct OneShot {
    private let context: CommandContext

    /// Makes a one-shot run.
    package init(_ context: CommandContext) {
        self.context = context
    }

    /// Says the prompt in the active session, and shows the reply.
    ///
    /// - Returns: How the turn ended.
    package func run(_ prompt: OneShotPrompt) async throws -> TurnOutcome {
        try context.attach(prompt.paths)
        // A script may pass on what somebody else wrote: only its options name files.
        let question = try await context.question(
            prompt.text, isLiteral: true, piped: prompt.piped)
        let outcome = try await context.perform(question)
        if context.settings.wantsJSON, let session = await context.conversation.session {
            try context.output.result(JSONText.of(TurnJSON(session, outcome)))
        }
        return outcome
    }
}
