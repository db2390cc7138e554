import Chat

extension SpooledStore {
    /// Tells the server what it missed, until nothing more comes in.
    func tellPending() async throws {
        repeat {
            while let entry = pending.first {
                told.insert(entry.session)
                unread.insert(entry.session)
                toldCount += try await tell(entry)
                pending.removeFirst()
            }
            try await resumeDrafts()
            for id in unread { try await readAnew(id) }
            if workCount > 0 { try await Task.sleep(for: .milliseconds(1)) }
        } while !pending.isEmpty || workCount > 0
    }

    /// Tells the server an entry; one that it will never take is kept elsewhere, with all that
    /// follows of its session.
    ///
    /// - Returns: How many messages it has more.
    private func tell(_ entry: SpoolEntry) async throws -> Int {
        var replay = replay
        do {
            if let failure = refused[entry.session] { throw failure }
            try await replay.perform(entry, on: server)
            replay.takeBranches().forEach { onChange(.branched($0)) }
            self.replay = replay
            return entry.messages.count
        } catch let failure as any ChatFailure where !failure.isOutage {
            let known = pending
            try await keep(known.filter { $0.session == entry.session }, failure)
            refused[entry.session] = failure
            // The first one is removed by whoever told it; what came in meanwhile is still to come.
            pending =
                [entry] + known.filter { $0.session != entry.session }
                + pending.dropFirst(known.count)
            return 0
        }
    }

    /// Brings the drafts of replies that arrive now to where they are.
    private func resumeDrafts() async throws {
        for (turn, draft) in replay.open {
            guard let text = texts.whole(of: turn) else { continue }
            do {
                try await server.checkpoint(
                    text, of: replay.translated(draft.turn, in: draft.session))
            } catch let failure as any ChatFailure where !failure.isOutage {
                // Somebody else has taken the draft over; the reply goes into a branch.
            }
        }
    }

    private func readAnew(_ id: SessionID) async throws {
        do {
            seen.take(try await server.history(of: id, .all))
        } catch let failure as any ChatFailure where !failure.isOutage {
            seen.forget(id)
        }
        unread.remove(id)
    }

    private func keep(_ entries: [SpoolEntry], _ failure: any ChatFailure) async throws {
        let path = try await spool.setAside(entries)
        onChange(.kept(messages: entries.messages.count, path: path, reason: failure))
    }
}
