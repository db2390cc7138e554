extension MemorySessionStore {
    /// Creates a session with its first messages, or reads the one that has its id already.
    public func create(_ new: NewSession) async throws -> History {
        let now = clock()
        let session = Session(
            id: new.id, name: new.name, model: new.model, options: new.options, createdAt: now,
            lastActivity: now)
        var made = MemorySession(session, timeToLive: timeToLive)
        made.keep(new.images)
        return add(made, new.messages, at: now)
    }

    /// Makes a session from another one: the same messages up to one, then some of its own.
    public func branch(_ new: NewBranch) async throws -> History {
        let now = clock()
        let parent = try database.session(new.parent, at: now)
        let shared = parent.messages.filter { message in
            new.last.map { message.timestamp <= $0 } ?? true
        }
        let session = Session(
            id: new.id, name: new.name, model: parent.session.model,
            options: parent.session.options, createdAt: now, lastActivity: now,
            prunedCount: parent.session.prunedCount, summary: new.summary,
            choices: parent.session.choices, parent: new.parent,
            branchPoint: parent.session.prunedCount + shared.count)
        var branch = MemorySession(
            session, messages: shared, timeToLive: parent.timeToLive ?? timeToLive)
        branch.images = parent.images
        return add(branch, new.messages, at: now)
    }

    /// Appends messages, each with a timestamp greater than any before it.
    @discardableResult
    public func append(
        _ messages: [Message], to id: SessionID, operation: TurnID
    ) async throws -> [StoredMessage] {
        try change(id) { session, now in
            let first = session.operations[operation.text] ?? session.append(messages, at: now)
            session.operations[operation.text] = first
            return session.numbered(count: messages.count, from: first)
        }
    }

    /// Changes a session's metadata.
    public func change(_ id: SessionID, _ changes: [SessionChange]) async throws -> Session {
        try change(id) { session, now in
            for change in changes {
                switch change {
                case .name(let name): session.session.name = name
                case .model(let model): session.session.model = model
                case .options(let options): session.session.options = options
                case .timeToLive(let timeToLive): session.timeToLive = timeToLive
                case .pinned(let isPinned): session.session.isPinned = isPinned
                case .summary(let summary): session.session.summary = summary
                case .choices(let choices): session.session.choices = choices
                }
            }
            if !changes.isEmpty { session.session.revision += 1 }
            session.refresh(at: now)
            return session.value(at: now)
        }
    }

    /// Sets, replaces or (with `nil`) removes the system prompt.
    public func setSystemPrompt(_ text: String?, of id: SessionID) async throws {
        try change(id) { session, now in
            let first = session.messages.first
            let old = first?.message?.role == .system ? first : nil
            guard old?.message?.content != text else { return }
            if old != nil { session.remove(at: 0) } else { session.session.revision += 1 }
            if let text {
                // What was pruned may come back, behind the prompt.
                let pruned = session.shelf.filter { $0.kind == .prune }.flatMap(\.messages)
                let oldest = ([first].compactMap { $0 } + (first == nil ? [] : pruned))
                    .map(\.timestamp).min()
                let before = oldest?.advanced(byMicroseconds: -1) ?? now
                session.insert(.system(text), at: 0, timestamp: old?.timestamp ?? before)
            }
            if let old { session.keep([old], as: .system, operation: .random(), at: now) }
            session.session.lastActivity = max(session.session.lastActivity, now)
        }
    }

    /// Counts the session's time to live anew from now.
    public func touch(_ id: SessionID) async throws {
        try change(id) { _, _ in }
    }

    private func add(
        _ session: MemorySession, _ messages: [Message], at now: Timestamp
    ) -> History {
        var session = session
        let start = session.messages.count
        session.append(messages, at: now)
        session.session.lastActivity = max(session.session.lastActivity, now)
        session.refresh(at: now)
        let kept = database.add(session, at: now)
        return History(
            session: kept.value(at: now),
            messages: kept.numbered(start..<start + messages.count))
    }
}
