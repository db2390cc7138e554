extension PrivateSessions {
    package func append(
        _ messages: [Message], to id: SessionID, operation: TurnID
    ) async throws -> [StoredMessage] {
        try await store(of: id).append(messages, to: id, operation: operation)
    }

    package func history(of id: SessionID, _ range: HistoryRange) async throws -> History {
        try await store(of: id).history(of: id, range)
    }

    package func change(_ id: SessionID, _ changes: [SessionChange]) async throws -> Session {
        try await store(of: id).change(id, changes)
    }

    package func setSystemPrompt(_ text: String?, of id: SessionID) async throws {
        try await store(of: id).setSystemPrompt(text, of: id)
    }

    package func touch(_ id: SessionID) async throws {
        try await store(of: id).touch(id)
    }

    package func shelf(of id: SessionID) async throws -> [ShelvedMessages] {
        try await store(of: id).shelf(of: id)
    }

    package func remove(_ removal: MessageRemoval, from id: SessionID) async throws -> Session {
        try await store(of: id).remove(removal, from: id)
    }

    package func restore(
        _ restoration: ShelfRestoration, in id: SessionID
    ) async throws -> Session {
        try await store(of: id).restore(restoration, in: id)
    }

    package func images(
        _ digests: Set<String>, of id: SessionID
    ) async throws -> [String: [UInt8]] {
        try await store(of: id).images(digests, of: id)
    }

    package func begin(_ request: TurnRequest, in id: SessionID) async throws -> TurnAnswer {
        try await store(of: id).begin(request, in: id)
    }

    package func checkpoint(_ addition: DraftAddition, of turn: BegunTurn) async throws {
        try await store(of: turn.session).checkpoint(addition, of: turn)
    }

    package func finish(
        _ turn: BegunTurn, with reply: Message, placement: ReplyPlacement
    ) async throws -> ReplyAnswer {
        try await store(of: turn.session).finish(turn, with: reply, placement: placement)
    }

    package func abandon(_ turn: BegunTurn) async throws {
        try await store(of: turn.session).abandon(turn)
    }

    package func recover(_ history: History) async throws -> [RecoveredReply] {
        try await store(of: history.session.id).recover(history)
    }
}
