import Chat
import Terminal

extension CommandContext {
    /// The message of a number, or the last reply; one that can be read.
    ///
    /// - Throws: ``REPLError`` where there is none.
    func messageOrReply(_ number: Int?) async throws -> (stored: StoredMessage, message: Message) {
        let stored: StoredMessage
        if let number {
            stored = try await message(number)
        } else {
            _ = try await activeSession()
            guard let reply = try await lastReply() else { throw REPLError.noReply }
            stored = reply
        }
        guard let message = stored.message else { throw REPLError.unreadable(stored.number) }
        return (stored, message)
    }

    /// The last reply of the active session, where there is one.
    func lastReply() async throws -> StoredMessage? {
        guard let session = await conversation.session else { return nil }
        for range in [HistoryRange.last(20), .all] {
            let messages = try await store.history(of: session.id, range).messages
            let reply = messages.last { $0.message?.role == .assistant }
            if let reply { return reply }
        }
        return nil
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
