public import Chat
import Redis

extension RedisSessionStore {
    /// Sets, replaces or (with `nil`) removes the system prompt; the old one goes to the shelf.
    ///
    /// The first message is looked at, then compared and swapped.
    public func setSystemPrompt(_ text: String?, of id: SessionID) async throws {
        let prompt = try text.map { try MessageText(.system($0)).arguments } ?? ["", ""]
        for _ in 0..<Self.attempts {
            let first = try await firstMessages(of: id)
            let old = first.inOrder.first { $0.message?.role == .system }
            if old?.message?.content == text { return try await touch(id) }
            let entry = try old.map { try ShelfEntry(.system, [$0]).json } ?? []
            let answer = try await run(
                SessionScripts.system, on: id, [],
                [
                    RedisArgument(first.member), RedisArgument(old?.member ?? []),
                    RedisArgument(entry),
                ] + prompt,
                also: lists.use(id, at: clock.now()))
            if answer.status == "set" { return }
        }
        throw RedisSessionsError.contended(id)
    }

    /// The member of rank 0, and the first message as people see it.
    private func firstMessages(
        of id: SessionID
    ) async throws -> (member: [UInt8], inOrder: [StoredMessage].SubSequence) {
        // Some more than one, because messages of the same moment are put in order here.
        let range = try await pool.execute(
            RedisCommand("ZRANGE", [RedisArgument(keys.messages(id)), "0", "3", "WITHSCORES"]))
        let member = try range.array().first?.bytes() ?? []
        let messages = try MessageReader.read(range, position: 0, pruned: 0)
        return (member, messages.prefix(1))
    }
}
