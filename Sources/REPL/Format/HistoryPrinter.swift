import Chat
import Terminal

/// Shows stored messages as they were said.
struct HistoryPrinter {
    private let output: Output
    private let mostLines: Int?

    /// Makes a printer.
    ///
    /// - Parameters:
    ///   - output: Where to show messages.
    ///   - mostLines: How many lines of a message to show at the most, or `nil` for all.
    init(_ output: Output, mostLines: Int? = nil) {
        self.output = output
        self.mostLines = mostLines
    }

    /// Shows messages, oldest first.
    func show(_ messages: [StoredMessage]) {
        for stored in messages { show(stored) }
    }

    /// Shows messages that are not in the store, each with its session.
    func show(_ messages: [(session: SessionID, message: Message)]) {
        for (session, message) in messages {
            let time = message.saidAt.map { " · \($0.ago())" } ?? ""
            output.result(.heading("\(session) \(Speaker.name(of: message))\(time)"))
            show(message.content, of: message)
        }
    }

    private func show(_ stored: StoredMessage) {
        output.result(.heading(heading(of: stored)))
        guard let message = stored.message else {
            output.warning(
                "This message cannot be read (\(ByteCount.text(of: Int64(stored.member.count)))).")
            return
        }
        let (beginning, rest) = Excerpt.of(message.content, lines: mostLines)
        show(beginning, of: message)
        if rest > 0 { output.hint("… \(Count.characters(rest)) more. /history shows them.") }
    }

    /// Shows what was said: replies as when they came.
    private func show(_ text: String, of message: Message) {
        if message.role == .assistant { output.pastReply(text) } else { output.prose(text) }
    }

    private func heading(of stored: StoredMessage) -> String {
        let time = (stored.message?.saidAt ?? stored.timestamp).ago()
        guard let message = stored.message else { return "\(stored.number) · \(time)" }
        let state = message.state == .complete ? "" : " · \(message.state.rawValue)"
        let count = message.images.count
        let images = count == 0 ? "" : " · \(Count.images(count))"
        return "\(stored.number) \(Speaker.name(of: message)) · \(time)\(state)\(images)"
    }
}
