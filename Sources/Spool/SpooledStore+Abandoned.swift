import Chat

extension SpooledStore {
    /// Tells the server what programs that have ended left in their spools.
    ///
    /// Whoever calls while that is being done waits for its end.
    ///
    /// - Returns: How many messages the server has more.
    @discardableResult
    package func replayAbandoned() async -> Int {
        if let replaying { return await replaying.value }
        let task = Task { await tellAbandoned() }
        replaying = task
        defer { replaying = nil }
        return await task.value
    }

    private func tellAbandoned() async -> Int {
        var count = 0
        for left in await spool.abandoned() {
            guard let told = try? await tell(left) else { continue }
            count += told
        }
        if count > 0 { onChange(.back(messages: count)) }
        return count
    }

    private func tell(_ left: AbandonedSpool) async throws -> Int {
        var replay = SpoolReplay()
        var refused: Set<SessionID> = []
        var count = 0
        for entry in left.entries where !refused.contains(entry.session) {
            do {
                try await replay.perform(entry, on: server)
                count += entry.messages.count
            } catch let failure as any ChatFailure where !failure.isOutage {
                refused.insert(entry.session)
                try keep(entry.session, of: left, failure)
            }
        }
        for (turn, draft) in replay.open where !refused.contains(draft.session) {
            do {
                try await replay.interrupt(turn, on: server)
                count += 1
            } catch let failure as any ChatFailure where !failure.isOutage {
                refused.insert(draft.session)
                try keep(draft.session, of: left, failure)
            }
        }
        replay.takeBranches().forEach { onChange(.branched($0)) }
        left.file.remove()
        return count
    }

    /// Keeps what was left of a session that the server does not take.
    private func keep(
        _ id: SessionID, of left: AbandonedSpool, _ failure: any ChatFailure
    ) throws {
        let entries = left.entries.filter { $0.session == id }
        try SpoolFolder.keep(entries, of: left.store ?? "", beside: left.file.path)
        let path = SpoolFolder.keptPath(beside: left.file.path)
        onChange(.kept(messages: entries.messages.count, path: path, reason: failure))
    }
}
