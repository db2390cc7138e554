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
    package func run(_ prompt: String) async throws -> TurnOutcome {
        let outcome = try await context.perform(.send(prompt))
        if context.settings.wantsJSON, let session = await context.conversation.session {
            try context.output.result(JSONText.of(OneShotJSON(session, outcome)))
        }
        return outcome
    }
}

/// The answer of a one-shot run as `--json` shows it.
private struct OneShotJSON: Encodable {
    private let session: Session
    private let outcome: TurnOutcome

    init(_ session: Session, _ outcome: TurnOutcome) {
        self.session = session
        self.outcome = outcome
    }

    private enum Key: String, CodingKey {
        case name, state, message
        case sessionID = "session_id"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(session.id.text, forKey: .sessionID)
        try object.encode(session.name, forKey: .name)
        try object.encode(outcome.state, forKey: .state)
        try object.encode(outcome.reply.map(MessageJSON.init), forKey: .message)
    }
}
