import Chat
import Terminal

extension CommandContext {
    /// The message of a number, or the last reply; one that can be read.
    ///
    /// - Throws: ``REPLError`` where there is none.
    func messageOrReply(_ number: Int?) async throws -> (stored: StoredMessage, message: Message) {
        let stored = if let number { try await message(number) } else { try await lastReply() }
        guard let message = stored.message else { throw REPLError.unreadable(stored.number) }
        return (stored, message)
    }

    private func lastReply() async throws -> StoredMessage {
        let session = try await activeSession()
        var range = HistoryRange.last(20)
        while true {
            let messages = try await store.history(of: session, range).messages
            if let reply = messages.last(where: { $0.message?.role == .assistant }) {
                return reply
            }
            guard range != .all else { throw REPLError.noReply }
            range = .all
        }
    }

    /// Puts a text into the clipboard: by a program of the desktop, or else by the terminal.
    ///
    /// - Returns: How, for the end of a sentence.
    /// - Throws: ``REPLError`` where neither can be.
    func copy(_ text: String) async throws -> String {
        if let program = try await programs?.copy(text) { return "with \(program)" }
        guard text.utf8.count <= TerminalRequest.mostClipboardBytes else {
            throw REPLError.tooLongToCopy
        }
        guard output.ask(.clipboard(text)) else { throw REPLError.noClipboard }
        return "through the terminal"
    }
}
