import Chat

extension CommandContext {
    /// The message of a number in the active session.
    ///
    /// - Throws: ``REPLError`` where there is none.
    func message(_ number: Int) async throws -> StoredMessage {
        try await message(number, of: try await activeSessionNow())
    }

    /// The message of a number in a session as it is now.
    ///
    /// - Throws: ``REPLError`` where there is none.
    func message(_ number: Int, of session: Session) async throws -> StoredMessage {
        let position = number - session.prunedCount - 1
        guard position >= 0, position < session.messageCount,
            let message = try await store.history(
                of: session.id, .positions(position..<position + 1)
            )
            .messages.first
        else { throw REPLError.noSuchMessage(number) }
        return message
    }

    /// A name for a branch that no session has yet; `nil` where the parent has none.
    func freeName(forBranchOf parent: String?) async throws -> String? {
        var name = SessionName.branch(of: parent)
        for _ in 0..<50 {
            // Where the store cannot say, whoever makes the branch says why.
            guard let taken = name, let found = try? await store.find(taken), !found.isEmpty
            else { break }
            name = SessionName.branch(of: taken)
        }
        return name
    }
}
