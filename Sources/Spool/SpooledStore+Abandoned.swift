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
            var replay = AbandonedReplay(left, to: server, onChange: onChange)
            // What the server does not take now waits for the next time.
            try? await replay.run()
            count += replay.count
        }
        if count > 0 { onChange(.back(messages: count)) }
        return count
    }
}
