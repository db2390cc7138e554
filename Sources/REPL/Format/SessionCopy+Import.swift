import Chat
import Transcripts

extension SessionCopy {
    /// A conversation that was read from a file; `nil` for one that has no digest.
    ///
    /// - Parameters:
    ///   - reading: What was read.
    ///   - index: Which conversation of it.
    init?(_ reading: ImportReading, _ index: Int) {
        let conversation = reading.conversations[index]
        guard let id = conversation.id else { return nil }
        let path = reading.path(of: index)
        let messages = path.map { Entry($0.message, at: $0.timestamp) }
        let question = path.first { $0.message.role == .user }?.message.content
        let model = conversation.model ?? path.last { $0.message.model != nil }?.message.model
        self.init(
            id: id, name: conversation.name ?? question.flatMap(SessionName.suggested),
            model: model, options: conversation.options,
            createdAt: conversation.createdAt ?? messages.first?.timestamp ?? .now,
            parent: conversation.branch.flatMap { reading.conversations[$0.parent].id },
            branchPoint: conversation.branch?.position, messages: messages,
            shelf: conversation.shelf.enumerated().map { number, shelf in
                Shelved(
                    operation: shelf.operation ?? TurnID("\(id)-\(number)") ?? .random(),
                    kind: shelf.kind, at: shelf.at, head: shelf.head,
                    messages: shelf.messages.map { Entry($0.message, at: $0.timestamp) })
            }, images: conversation.images)
    }
}
