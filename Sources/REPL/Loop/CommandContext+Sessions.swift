package import Chat
import Terminal

extension CommandContext {
    /// The session that a reference means: `#n` of the last list, an id, a prefix of one, a name.
    ///
    /// - Throws: ``REPLError`` where it means none or several.
    package func session(_ reference: String) async throws -> Session {
        if reference.hasPrefix("#"), let number = Int(reference.dropFirst()) {
            guard rows.indices.contains(number - 1) else {
                throw REPLError.noSuchRow(number, rows: rows.count)
            }
            return try await store.history(of: rows[number - 1], .last(0)).session
        }
        let found = try await store.find(reference)
        guard let first = found.first else {
            throw REPLError.sessionNotFound(reference, near: await nearName(reference), at: door)
        }
        guard found.count == 1 else { throw REPLError.ambiguous(reference, found, at: door) }
        return first
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
        try await conversation.change(settings.changes)
        if let system = settings.system { try await conversation.setSystemPrompt(system) }
    }

    private func nearName(_ reference: String) async -> String? {
        guard let page = try? await store.list(offset: 0, limit: 200) else { return nil }
        return NearestName.of(reference, among: page.sessions.compactMap(\.name))
    }
}
