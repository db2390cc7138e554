package import Chat
import Terminal

extension CommandContext {
    /// The session that a reference means: `#n` of the last list, an id, a prefix of one, a name.
    ///
    /// - Parameters:
    ///   - reference: What was typed.
    ///   - takesBeginnings: Whether the beginning of one name alone means that session; not for
    ///     what cannot be taken back.
    /// - Returns: The session.
    /// - Throws: ``REPLError`` where it means none or several.
    package func session(
        _ reference: String, takesBeginnings: Bool = false
    ) async throws -> Session {
        if door == .prompt, let number = RowNumber(reference)?.value {
            guard let rows = list.sessions else { throw REPLError.otherList }
            guard rows.indices.contains(number - 1) else {
                throw REPLError.noSuchRow(number, rows: rows.count)
            }
            return try await store.history(of: rows[number - 1], .last(0)).session
        }
        var found = try await store.find(reference)
        if found.isEmpty, let inside = reference.unquoted { found = try await store.find(inside) }
        if found.isEmpty {
            let recent = await recentSessions()
            let begun = recent.filter { $0.isNamed(beginning: reference) }
            guard takesBeginnings, !begun.isEmpty else {
                let near =
                    begun.first?.name
                    ?? NearestName.of(reference, among: recent.compactMap(\.name))
                throw REPLError.sessionNotFound(reference, near: near, at: door)
            }
            found = begun
        }
        guard let only = found.first, found.count == 1 else {
            throw REPLError.ambiguous(reference, found, at: door)
        }
        return only
    }

    /// The session in the trash that a reference means: `#n` of the list of them, an id, the
    /// beginning of one, a name.
    ///
    /// - Throws: ``REPLError`` where it means none or several.
    func trashedSession(_ reference: String) async throws -> Session {
        if door == .prompt, let number = RowNumber(reference)?.value, case .trash(let rows) = list {
            guard rows.indices.contains(number - 1) else {
                throw REPLError.noSuchRow(number, rows: rows.count)
            }
            return rows[number - 1]
        }
        let trash = try await store.trash(limit: 1000).map(\.session)
        let wanted = (reference.unquoted ?? reference).lowercased()
        var found = trash.filter { $0.id.text == reference }
        if found.isEmpty { found = trash.filter { $0.name?.lowercased() == wanted } }
        if found.isEmpty { found = trash.filter { $0.id.text.hasPrefix(reference) } }
        guard let only = found.first else { throw REPLError.notInTrash(reference, at: door) }
        guard found.count == 1 else { throw REPLError.ambiguous(reference, found, at: door) }
        return only
    }

    /// The session that was used last, or `nil` where there is none.
    package func newestSession() async throws -> Session? {
        try await store.list(offset: 0, limit: 1).sessions.first
    }

    /// Opens a session: makes it the active one, and says what was recovered.
    ///
    /// - Parameters:
    ///   - session: The session.
    ///   - range: The messages to read for showing.
    /// - Returns: Those messages.
    /// - Throws: An error of the store.
    package func open(
        _ session: Session, showing range: HistoryRange
    ) async throws -> [StoredMessage] {
        let opened = try await store.open(session.id, range)
        activate(opened.history.session)
        await conversation.noteNewest(opened.history.messages)
        for reply in opened.recovered { output.notice(Recovery.sentence(for: reply)) }
        return opened.history.messages
    }

    /// Applies what was asked for on the command line to the session that was chosen there.
    ///
    /// - Throws: ``REPLError`` for a model that is not there, or an error of the store.
    package func applySettings() async throws {
        if let name = settings.model {
            try await conversation.chooseModel(try await model(named: name).name)
        }
        await warnIfOptionsReload()
        try await conversation.change(settings.changes)
        if let system = settings.system { try await conversation.setSystemPrompt(system) }
    }

    private func recentSessions() async -> [Session] {
        (try? await store.list(offset: 0, limit: 200))?.sessions ?? []
    }
}

extension Session {
    /// Whether the name begins with a text, without regard to case.
    fileprivate func isNamed(beginning text: String) -> Bool {
        name?.lowercased().hasPrefix(text.lowercased()) ?? false
    }
}
