import Chat
import Terminal

extension CommandContext {
    /// How many messages are shown on each side of one that was found.
    private static let neighbours = 1

    /// The found message that `#n` means, or `nil` where something else was typed or shown.
    ///
    /// - Throws: ``REPLError`` for a row that there is not.
    func foundMessage(_ reference: String) throws -> FoundMessage? {
        guard door == .prompt, let number = RowNumber(reference)?.value, case .hits(let rows) = list
        else { return nil }
        guard rows.indices.contains(number - 1) else {
            throw REPLError.noSuchRow(number, rows: rows.count)
        }
        return rows[number - 1]
    }

    /// Opens the session of a found message, and shows what was said around it.
    func resume(at found: FoundMessage) async throws {
        let session = try await session(of: found)
        let position = found.number - session.prunedCount - 1
        let first = max(0, position - Self.neighbours)
        try await resume(session, showing: .positions(first..<position + Self.neighbours + 1))
        let left = session.messageCount - position - Self.neighbours - 1
        if left > 0 {
            output.hint(
                "\(Count.messages(left)) more behind these. What you say goes to the end; "
                    + "/branch \(found.number) goes on from here.")
        }
    }

    /// The session of a found message, as long as the message is there.
    ///
    /// - Throws: ``REPLError`` where it is not.
    func session(of found: FoundMessage) async throws -> Session {
        let session = try await store.history(of: found.session, .last(0)).session
        let position = found.number - session.prunedCount - 1
        guard position >= 0, position < session.messageCount,
            let message = try await store.history(
                of: session.id, .positions(position..<position + 1)
            ).messages.first, message.timestamp == found.timestamp
        else { throw REPLError.foundNoMore(found.number, in: session) }
        return session
    }
}
