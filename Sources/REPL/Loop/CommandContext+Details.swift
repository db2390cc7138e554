import Chat

extension CommandContext {
    /// All that is known of a message of the active session.
    ///
    /// - Throws: ``REPLError`` where there is none of the number.
    func details(ofMessage number: Int) async throws -> MessageDetails {
        let session = try await activeSessionNow()
        let stored = try await message(number, of: session)
        let isFromParent = session.branchPoint.map { number <= $0 } ?? false
        var parent: Session?
        if isFromParent, let id = session.parent {
            // It may be gone, which takes nothing away from the message.
            parent = try? await store.history(of: id, .last(0)).session
        }
        let shelf = try await store.shelf(of: session.id)
        return MessageDetails(
            stored: stored, session: session, parent: parent,
            turn: try await turn(at: number - session.prunedCount, in: session.id),
            continuations: shelf.count {
                $0.kind == .continue && $0.messages.contains { $0.timestamp == stored.timestamp }
            })
    }

    /// How many questions there are up to a position, counted from 1.
    private func turn(at end: Int, in session: SessionID) async throws -> Int {
        let page = 1_000
        var count = 0
        for start in stride(from: 0, to: end, by: page) {
            let range = HistoryRange.positions(start..<min(start + page, end))
            let messages = try await store.history(of: session, range).messages
            count += messages.count { $0.message?.role == .user }
        }
        return count
    }
}
