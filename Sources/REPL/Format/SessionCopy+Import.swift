import Chat
import Transcripts

extension SessionCopy {
    /// A conversation that was read from a file, without its messages.
    ///
    /// - Parameters:
    ///   - conversation: The conversation.
    ///   - id: The id that it gets.
    ///   - path: All of its messages.
    ///   - parent: The session that it was branched from.
    init(
        _ conversation: ImportedConversation, id: SessionID, path: ImportedPath, parent: SessionID?
    ) {
        self.init(
            id: id, name: conversation.name ?? path.suggestedName,
            model: conversation.model ?? path.model, options: conversation.options,
            summary: conversation.summary, choices: conversation.choices,
            createdAt: conversation.createdAt ?? path.start ?? .now,
            parent: parent,
            branchPoint: conversation.branch?.position, messages: [],
            shelf: conversation.shelf.enumerated().map { number, shelf in
                Shelved(
                    operation: shelf.operation ?? TurnID("\(id)-\(number)") ?? .random(),
                    kind: shelf.kind, at: shelf.at, head: shelf.head,
                    messages: shelf.messages.map { Entry($0.message, at: $0.timestamp) })
            }, images: conversation.images)
    }
}
