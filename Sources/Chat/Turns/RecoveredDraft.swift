/// What a dead program left of a reply.
package struct RecoveredDraft: Hashable, Sendable {
    /// The text that reached the store.
    package let text: String
    /// The thinking that reached the store.
    package let thinking: String
    /// The model that was asked.
    package let model: String
    /// The newest message before the reply.
    package let anchor: Timestamp?

    /// Makes a draft of what was read of it.
    package init(text: String, thinking: String, model: String, anchor: Timestamp?) {
        self.text = text
        self.thinking = thinking
        self.model = model
        self.anchor = anchor
    }

    /// The interrupted reply, or `nil` where no text had arrived.
    package var reply: Message? {
        guard !text.isEmpty else { return nil }
        return Message(
            role: .assistant, content: text, state: .interrupted,
            thinking: thinking.isEmpty ? nil : thinking, model: model.isEmpty ? nil : model)
    }

    /// Where the reply goes, judged by the message that its turn began behind.
    ///
    /// A turn behind a reply was going to replace it: in its place where the draft goes on from
    /// an unfinished one, as its successor otherwise.
    ///
    /// - Parameter messages: Messages of the session, the anchor among them if it is there.
    /// - Returns: The placement.
    package func placement(among messages: [StoredMessage]) -> ReplyPlacement {
        guard let anchor, let last = messages.last(where: { $0.timestamp == anchor }),
            let message = last.message, message.role == .assistant
        else { return .append }
        let isContinued = message.state != .complete && text.hasPrefix(message.content)
        return isContinued ? .inPlace(of: last) : .instead(of: last)
    }

    /// The last moment that a branch takes along where others overtook the reply: the anchor, or
    /// what comes before it where the anchor was going to be replaced.
    package func branchPoint(_ placement: ReplyPlacement) -> Timestamp {
        switch placement {
        case .append: anchor ?? Timestamp(microseconds: 0)
        case .instead(let old), .inPlace(let old): old.timestamp.advanced(byMicroseconds: -1)
        }
    }
}
