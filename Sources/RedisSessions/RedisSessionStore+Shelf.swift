public import Chat
import Redis

extension RedisSessionStore {
    /// Reads what was taken off a session's path, the oldest step first, in one round trip.
    ///
    /// An entry that cannot be read is left out; it stays where it is.
    public func shelf(of id: SessionID) async throws -> [ShelvedMessages] {
        let replies = try await pool.pipeline(
            [
                RedisCommand(
                    "EXISTS", [RedisArgument(keys.messages(id)), RedisArgument(keys.meta(id))]),
                RedisCommand("LRANGE", [RedisArgument(keys.shelf(id)), "0", "-1"]),
            ], atomically: true)
        guard replies.count == 2 else { throw RedisSessionsError.unexpectedReply("shelf") }
        guard try replies[0].integer() > 0 else { throw ChatError.sessionNotFound(id) }
        return try replies[1].array().compactMap { entry in
            JSONText.decode(ShelfRecord.self, from: try entry.bytes())?.entry
        }
    }

    /// Takes messages off a session's path, to its shelf or for good.
    public func remove(_ removal: MessageRemoval, from id: SessionID) async throws -> Session {
        try await changingPath(of: id) { ousted in
            try await run(
                SessionScripts.remove, on: id, [],
                [
                    RedisArgument(removal.operation.text), ousted,
                    removal.keepsMessages ? RedisArgument(removal.kind.rawValue) : "",
                    RedisArgument(removal.prunedCount),
                ] + removal.messages.map { RedisArgument($0.member) },
                also: lists.use(id, at: clock.now()))
        }
    }

    /// Puts messages of the shelf back to where they were, byte for byte.
    public func restore(_ restoration: ShelfRestoration, in id: SessionID) async throws -> Session {
        let entry = restoration.entry
        return try await changingPath(of: id) { ousted in
            try await run(
                SessionScripts.restore, on: id, [],
                [
                    RedisArgument(restoration.operation.text), RedisArgument(entry.operation.text),
                    ousted, restoration.needsSameHead ? "same" : "",
                    RedisArgument(entry.kind == .prune ? -entry.messages.count : 0),
                    RedisArgument(entry.kind.rawValue),
                ] + restoration.replaced.map { RedisArgument($0.member) },
                also: lists.use(id, at: clock.now()))
        }
    }

    /// Runs a script that refuses while somebody is in a turn; one who is known to be dead is not.
    private func changingPath(
        of id: SessionID, _ change: (_ ousted: RedisArgument) async throws -> ScriptAnswer
    ) async throws -> Session {
        var ousted = ""
        while true {
            let answer = try await change(RedisArgument(ousted))
            switch answer.status {
            case "busy":
                let holder = try answer[0].text()
                let other = TurnOwner(leaseText: holder)
                guard holder != ousted, isDead(other) else { throw ChatError.inTurn(other) }
                ousted = holder
            case "changed": throw ChatError.changedMeanwhile
            default: return try SessionHeader(try answer[0].array()).session(id)
            }
        }
    }
}
