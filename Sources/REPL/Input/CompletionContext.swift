package import Chat
import Terminal

/// What completion may look at.
///
/// Values only: it runs beside the prompt.
package struct CompletionContext: Sendable {
    /// Where sessions live.
    package let store: any SessionStore
    /// The server that knows the models.
    package let server: any ModelServer
    /// The templates, where there are some.
    package let templates: (any TemplateDesk)?
    private let files: (any FileDesk)?
    private let rows: ShownRows

    /// Makes a context.
    package init(
        store: any SessionStore, server: any ModelServer, templates: (any TemplateDesk)? = nil,
        files: (any FileDesk)? = nil, rows: ShownRows = ShownRows()
    ) {
        self.store = store
        self.server = server
        self.templates = templates
        self.files = files
        self.rows = rows
    }

    /// Sessions whose name or id begins with a text, the last used first.
    func sessions(beginningWith text: String) async -> [Candidate] {
        Self.candidates(among: await recentSessions(), beginningWith: text)
    }

    /// Names of sessions that begin with a text, the last used first; none that cannot be typed.
    func namedSessions(beginningWith text: String) async -> [Candidate] {
        let sessions = await recentSessions()
        let names = Set(sessions.compactMap(\.name))
        return Self.candidates(among: sessions, beginningWith: text)
            .filter { names.contains($0.text) }
    }

    /// The sessions that were used last; none where the store does not answer.
    func recentSessions() async -> [Session] {
        (try? await store.list(offset: 0, limit: 200))?.sessions ?? []
    }

    /// Those of some sessions whose name or id begins with a text.
    static func candidates(
        among sessions: [Session], beginningWith text: String
    ) -> [Candidate] {
        let wanted = text.lowercased()
        return sessions.compactMap { session in
            let count = Count.messages(session.messageCount)
            if let name = session.name, name.lowercased().hasPrefix(wanted) {
                // A name that cannot be typed is not found by what is shown of it.
                let canBeTyped = name == name.onOneLine && Sanitizer.clean(name) == name
                return Candidate(
                    canBeTyped ? name : session.id.text,
                    description: canBeTyped ? count : name.onOneLine)
            }
            guard !wanted.isEmpty, session.id.text.hasPrefix(text) else { return nil }
            return Candidate(session.id.text, description: session.name ?? count)
        }
    }

    /// Rows of the list that was shown last, where one is begun: `#1`.
    func rows(beginningWith text: String) -> [Candidate] {
        text.hasPrefix("#") ? rows.beginning(with: text) : []
    }

    /// Paths that begin with a text, folders with a slash at the end; hidden ones where the text
    /// names such a one.
    func paths(beginningWith text: String) -> [Candidate] {
        guard let files else { return [] }
        let slash = text.lastIndex(of: "/").map { text.index(after: $0) } ?? text.startIndex
        let (folder, start) = (text[..<slash], text[slash...])
        return files.names(in: folder.isEmpty ? "." : String(folder), beginningWith: String(start))
            .filter { $0.hasPrefix(".") == start.hasPrefix(".") }
            // What a terminal would obey cannot be typed either.
            .filter { Sanitizer.clean($0) == $0 && $0 == $0.onOneLine }
            .sorted().prefix(200)
            .map { Candidate(folder + $0) }
    }

    /// Models whose name begins with a text.
    func models(beginningWith text: String) async -> [Candidate] {
        guard let models = try? await server.models() else { return [] }
        return models.filter { $0.name.hasPrefix(text) }
            .map { Candidate($0.name, description: $0.parameterSize ?? "") }
    }
}
