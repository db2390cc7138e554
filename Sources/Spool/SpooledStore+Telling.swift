import Chat

extension SpooledStore {
    /// Tells the server what it missed, until nothing more comes in.
    ///
    /// - Throws: A failure of the server; ``SessionBusy`` where another program is in a turn of a
    ///   session, when all other sessions are told.
    func tellPending() async throws {
        repeat {
            try await tellOpenSessions()
            try await resumeDrafts()
            for id in unread { try await readAnew(id) }
            if workCount > 0 { try await Task.sleep(for: .milliseconds(1)) }
        } while !pending.isEmpty || workCount > 0
    }

    private func tellOpenSessions() async throws {
        var busy: [SessionID: SessionBusy] = [:]
        while let next = pending.first(where: { busy[$0.entry.session] == nil }) {
            told.insert(next.entry.session)
            unread.insert(next.entry.session)
            do {
                toldCount += try await tell(next)
                pending.removeAll { $0.number == next.number }
            } catch let failure as SessionBusy {
                busy[next.entry.session] = failure
            }
        }
        if let failure = busy.values.first { throw failure }
    }

    /// Tells the server an entry; one that it will never take is kept elsewhere, with all that
    /// follows of its session.
    ///
    /// - Returns: How many messages it has more.
    private func tell(_ spooled: SpooledEntry) async throws -> Int {
        let entry = spooled.entry
        var replay = replay
        do {
            if let failure = refused[entry.session] { throw failure }
            let told = try await replay.perform(entry, on: server)
            replay.takeBranches().forEach { onChange(.branched($0)) }
            self.replay = replay
            if let told { await spool.note(told, of: spooled.number) }
            return entry.messages.count
        } catch let failure as any ChatFailure where !failure.isOutage {
            let rest = pending.filter { $0.entry.session == entry.session }
            let numbers = rest.map(\.number)
            try await keep(rest.map(\.entry), failure)
            await spool.noteOver(numbers)
            refused[entry.session] = failure
            pending.removeAll { numbers.contains($0.number) }
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

    /// Keeps what the server does not take.
    func keep(_ entries: [SpoolEntry], _ failure: any ChatFailure) async throws {
        let path = try await spool.setAside(entries)
        onChange(.kept(messages: entries.messages.count, path: path, reason: failure))
    }
}
