import Chat

extension SpooledStore {
    /// Tells the server what programs that have ended left in their spools.
    ///
    /// - Returns: How many messages it has more.
    @discardableResult
    package func replayAbandoned() async -> Int {
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
        var refused: [SessionID: any ChatFailure] = [:]
        var count = 0
        for entry in left.entries where refused[entry.session] == nil {
            do {
                try await replay.perform(entry, on: server)
                count += entry.messages.count
            } catch let failure as any ChatFailure where !failure.isOutage {
                refused[entry.session] = failure
                let rest = left.entries.filter { $0.session == entry.session }
                try SpoolFolder.keep(rest, of: left.store ?? "", beside: left.file.path)
                onChange(
                    .kept(
                        messages: rest.map(\.messages.count).reduce(0, +),
                        path: SpoolFolder.keptPath(beside: left.file.path), reason: failure))
            }
        }
        for turn in replay.open.keys {
            try await replay.interrupt(turn, on: server)
            count += 1
        }
        left.file.remove()
        return count
    }
}
