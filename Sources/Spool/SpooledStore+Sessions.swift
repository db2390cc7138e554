package import Chat

extension SpooledStore {
    /// Creates a session with its first messages.
    package func create(_ new: NewSession) async throws -> History {
        try await asking { server in
            let history = try await server.create(new)
            if history.messages.count == history.session.messageCount { seen.take(history) }
            return history
        } away: { standIn in
            try await spooling(new.id, standIn) {
                let history = try await standIn.create(new)
                let at = history.messages.first?.timestamp ?? history.session.createdAt
                var kept = new
                for index in kept.messages.indices {
                    kept.messages[index].saidAt = at.advanced(byMicroseconds: Int64(index))
                }
                try await keep(SpoolEntry(new.id, at: at, .create(kept)))
                return history
            }
        }
    }

    /// Reads a session and some of its messages; while the server is away, from what was seen.
    package func history(of id: SessionID, _ range: HistoryRange) async throws -> History {
        try await asking { server in
            let history = try await server.history(of: id, range)
            if isEnoughForATurn(range, of: history.session) {
                seen.take(history)
                outdated.remove(id)
            } else {
                seen.take(history.session)
                if case .last(let count) = range, count > 0 { readAhead(history.session) }
            }
            return history
        } away: { standIn in
            let history = try await fromSeen { try await standIn.history(of: id, range) }
            if isEnoughForATurn(range, of: history.session) { outdated.remove(id) }
            return history
        }
    }

    /// Whether a session can go on with what was read of it: all, or as much as turns read.
    private func isEnoughForATurn(_ range: HistoryRange, of session: Session) -> Bool {
        switch range {
        case .all: true
        case .last(let count): count >= min(session.messageCount, Conversation.newest)
        case .positions: false
        }
    }

    /// Reads the rest of a session of which the end is being shown, so that it can go on while the
    /// server is away; of a very long one as much is read as a turn needs, when one does.
    private func readAhead(_ session: Session) {
        guard seen.sessions[session.id] == nil, session.messageCount <= 2_000 else { return }
        Task { [weak self] in await self?.readWhole(session.id) }
    }

    private func readWhole(_ id: SessionID) async {
        guard let history = try? await server.history(of: id, .all), standIn == nil,
            seen.sessions[id] == nil
        else { return }
        seen.take(history)
    }

    /// Lists sessions; while the server is away, those that were seen.
    package func list(offset: Int, limit: Int) async throws -> SessionPage {
        try await asking {
            try await $0.list(offset: offset, limit: limit)
        } away: { standIn in
            let page = try await standIn.list(offset: offset, limit: limit)
            if page.total == 0, let reason { throw reason }
            return page
        }
    }

    /// Finds sessions; while the server is away, among those that were seen.
    package func find(_ reference: String) async throws -> [Session] {
        try await asking {
            try await $0.find(reference)
        } away: { standIn in
            let found = try await standIn.find(reference)
            if found.isEmpty { throw SpoolError.notSeen }
            return found
        }
    }

    /// Changes a session's metadata.
    package func change(_ id: SessionID, _ changes: [SessionChange]) async throws -> Session {
        try await asking { server in
            let session = try await server.change(id, changes)
            seen.take(session)
            return session
        } away: { standIn in
            try await spooling(id, standIn) {
                let session = try await standIn.change(id, changes)
                try await keep(SpoolEntry(id, at: WallClock.now(), .change(changes)))
                return session
            }
        }
    }

    /// Counts the session's time to live anew; nothing is lost by it while the server is away.
    package func touch(_ id: SessionID) async throws {
        try await asking {
            try await $0.touch(id)
        } away: { standIn in
            try await fromSeen { try await standIn.touch(id) }
        }
    }

    /// Appends messages; only while the server is there.
    @discardableResult
    package func append(
        _ messages: [Message], to id: SessionID, operation: TurnID
    ) async throws -> [StoredMessage] {
        seen.forget(id)
        return try await asking {
            try await $0.append(messages, to: id, operation: operation)
        } away: { _ in
            throw SpoolError.needsStore
        }
    }

    /// Sets the system prompt; only while the server is there.
    package func setSystemPrompt(_ text: String?, of id: SessionID) async throws {
        try await asking {
            try await $0.setSystemPrompt(text, of: id)
            await readAgain(id)
        } away: { _ in
            throw SpoolError.needsStore
        }
    }

    /// Makes a session from another one; only while the server is there.
    package func branch(_ new: NewBranch) async throws -> History {
        try await asking {
            try await $0.branch(new)
        } away: { _ in
            throw SpoolError.needsStore
        }
    }

    /// Turns the drafts of programs that are gone into replies; while the server is away there are
    /// none to be seen.
    package func recover(_ history: History) async throws -> [RecoveredReply] {
        try await asking {
            let recovered = try await $0.recover(history)
            if !recovered.isEmpty { await readAgain(history.session.id) }
            return recovered
        } away: { _ in
            []
        }
    }

    /// Reads a session that has changed, where it was read before.
    func readAgain(_ id: SessionID) async {
        guard seen.sessions[id] != nil else { return }
        seen.forget(id)
        if let history = try? await server.history(of: id, .all) { seen.take(history) }
    }
}
