import Chat
import TestSupport
import Testing

/// A store, and conversations in it.
struct ConversationStage {
    let store = MemorySessionStore()

    /// A conversation whose session does not exist yet.
    func conversation(_ model: ScriptedModel, system: String? = nil) -> Conversation {
        Conversation(
            new: NewSession(systemPrompt: system, model: "tiny:latest"), of: store, with: model)
    }

    /// What was said in it.
    func messages(_ conversation: Conversation) async throws -> [Message] {
        let session = try #require(await conversation.session)
        return try await store.history(of: session.id, .all).messages.compactMap(\.message)
    }
}
