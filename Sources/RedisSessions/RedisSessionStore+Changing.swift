public import Chat
import Redis

extension RedisSessionStore {
    /// How often a change is tried again when other programs were faster.
    static let attempts = 8

    /// Appends messages behind the newest one, adjacent and in order.
    ///
    /// The operation is remembered in the session, so that a repeated append, also by another
    /// program, has one effect. A turn's question counts under the id of the turn.
    @discardableResult
    public func append(
        _ messages: [Message], to id: SessionID, operation: TurnID
    ) async throws -> [StoredMessage] {
        let messages = try MessageBatch(messages)
        let answer = try await run(
            SessionScripts.append, on: id, [],
            [RedisArgument(operation.text)] + messages.arguments,
            also: lists.use(id, at: clock.now()))
        return messages.stored(
            at: try answer.timestamp(0), number: try answer.integer(1) + answer.integer(2) + 1)
    }

    /// Changes a session's metadata, which does not count as a use in the list of sessions.
    public func change(_ id: SessionID, _ changes: [SessionChange]) async throws -> Session {
        let fields = try MetaFields(changes)
        var name: String?
        for case .name(let new) in changes { name = new }
        let answer = try await run(
            SessionScripts.change, on: id, [], fields.arguments,
            also: name.map { [lists.name(id, $0)] } ?? [])
        return try SessionHeader(try answer[0].array()).session(id)
    }

    /// Counts the session's time to live anew from now.
    public func touch(_ id: SessionID) async throws {
        _ = try await run(SessionScripts.touch, on: id)
    }
}
