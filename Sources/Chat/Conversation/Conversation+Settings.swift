extension Conversation {
    /// Talks to another model from the next turn on; the conversation so far stays.
    public func chooseModel(_ name: String) async throws {
        guard let session else {
            unborn.model = name
            return
        }
        guard session.model != name else { return }
        adopt(try await store.change(session.id, [.model(name)]))
    }

    /// Changes what is set for the session; the options are set beside those that it has.
    ///
    /// Nothing happens before the session exists: it is created with its settings.
    public func change(_ changes: [SessionChange]) async throws {
        guard let session, !changes.isEmpty else { return }
        let merged = changes.map { change in
            guard case .options(let new) = change else { return change }
            return .options(session.options.merging(new))
        }
        adopt(try await store.change(session.id, merged))
    }

    /// Sets an option from the next turn on, or (with `nil`) takes it back: what the model itself
    /// has for it holds again.
    ///
    /// - Throws: What the store says; the option is as it was then.
    public func setOption(_ name: String, to value: OptionValue?) async throws {
        guard let session else {
            unborn.options[name] = value
            return
        }
        guard session.options[name] != value else { return }
        var options = session.options
        options[name] = value
        adopt(try await store.change(session.id, [.options(options)]))
    }

    /// Gives the session a name.
    public func rename(to name: String) async throws {
        guard let session else {
            unborn.name = name
            return
        }
        adopt(try await store.change(session.id, [.name(name)]))
    }

    /// The system prompt, where there is one.
    public func systemPrompt() async throws -> String? {
        let first: Message?
        if let session {
            first = try await store.history(of: session.id, .positions(0..<1)).messages.first?
                .message
        } else {
            first = unborn.messages.first
        }
        return first?.role == .system ? first?.content : nil
    }

    /// Sets, replaces or (with `nil`) removes the system prompt.
    public func setSystemPrompt(_ text: String?) async throws {
        guard let session else {
            unborn.messages.removeAll { $0.role == .system }
            if let text { unborn.messages.insert(.system(text), at: 0) }
            return
        }
        try await store.setSystemPrompt(text, of: session.id)
        messages = nil
    }

    /// Takes a session whose messages are others now.
    func adoptAnew(_ changed: Session) {
        session = changed
        messages = nil
        lastQuestion = nil
    }

    /// Takes a session as it is after a change of ours.
    ///
    /// Changes of others that came in between are in it too; then the messages are read anew.
    private func adopt(_ changed: Session) {
        if changed.revision != (session?.revision ?? 0) + 1 { messages = nil }
        session = changed
    }
}
