/// Puts a reply together from its events, and says how it ended.
///
/// A pure state machine. It is *open* until ``end`` is set by a `done` event; events after that
/// are ignored. Only a `done` event makes a reply complete.
struct ReplyAssembler {
    /// The text that arrived, behind what it was started with.
    private(set) var text: String
    /// The thinking that arrived.
    private(set) var thinking: String
    /// How the server ended the reply, once it did.
    private(set) var end: ReplyEnd?
    /// Whether anything arrived that is worth keeping.
    private(set) var hasArrived = false

    /// Starts a reply.
    ///
    /// - Parameter earlier: The reply that is continued, if one is.
    init(continuing earlier: Message? = nil) {
        text = earlier?.content ?? ""
        thinking = earlier?.thinking ?? ""
    }

    /// Takes the next event.
    mutating func take(_ event: ReplyEvent) {
        guard end == nil else { return }
        switch event {
        case .retrying: break
        case .thinking(let piece):
            thinking += piece
            hasArrived = hasArrived || !piece.isEmpty
        case .text(let piece):
            text += piece
            hasArrived = hasArrived || !piece.isEmpty
        case .done(let end):
            self.end = end
        }
    }

    /// How the reply ended, given what ended the stream.
    ///
    /// - Parameters:
    ///   - failure: The error that ended it, or `nil` where the stream just ended.
    ///   - isCancelled: Whether the reader stopped it.
    /// - Returns: The state to store.
    func state(failure: (any Error)?, isCancelled: Bool) -> MessageState {
        if let end { return end.isTruncated ? .truncated : .complete }
        return isCancelled ? .interrupted : .failed
    }

    /// The reply as a message, or `nil` where there is nothing to keep.
    ///
    /// A reply that the server declared done is kept even when it is empty: it is an answer.
    func message(state: MessageState, request: ChatRequest, loaded: LoadedModel?) -> Message? {
        guard hasArrived || end != nil else { return nil }
        var statistics = end?.statistics
        if let reason = end?.reason { statistics?.doneReason = reason }
        if let length = loaded?.contextLength {
            statistics = statistics ?? ReplyStatistics()
            statistics?.contextLength = length
        }
        return Message(
            role: .assistant, content: text, state: state,
            thinking: thinking.isEmpty ? nil : thinking, model: request.model,
            digest: loaded?.digest, options: request.options, statistics: statistics)
    }
}
