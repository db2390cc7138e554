package import ArgumentParser
import Chat

/// What the shell completes that only the servers know.
///
/// It is fetched before the parser asks: commands are parsed at the prompt too, where the parser
/// does not wait.
package struct ShellCandidates: Sendable {
    /// What was fetched, while a shell asks.
    @TaskLocal package static var current = ShellCandidates()

    /// The sessions that could be meant.
    private var sessions: [Session] = []
    /// The names of the models.
    private var models: [String] = []
    /// The names of the templates.
    private var templates: [String] = []

    /// Nothing was fetched.
    package init() {}

    /// Fetches sessions.
    package static func sessions(of context: CompletionContext) async -> ShellCandidates {
        var candidates = ShellCandidates()
        candidates.sessions = await context.recentSessions()
        return candidates
    }

    /// Fetches models.
    package static func models(of context: CompletionContext) async -> ShellCandidates {
        var candidates = ShellCandidates()
        candidates.models = await context.models(beginningWith: "").map {
            ModelName.short($0.text)
        }
        return candidates
    }

    /// Adds the templates.
    package mutating func addTemplates(at desk: some TemplateDesk) {
        templates = (try? desk.names()) ?? []
    }

    /// Sessions by their names, or by their ids where these begin with a text.
    fileprivate func sessions(beginningWith text: String) -> [String] {
        // A name may be typed in quotes, so it is the shell that compares.
        let named = CompletionContext.candidates(among: sessions, beginningWith: "")
        let found = CompletionContext.candidates(among: sessions, beginningWith: text)
        var seen: Set<String> = []
        return (named + found).map(\.text).filter { seen.insert($0).inserted }
            .map { Self.literal($0, for: CompletionShell.requesting) }
    }

    /// Models by the names that people type.
    fileprivate var modelNames: [String] {
        models.map { Self.literal($0, for: CompletionShell.requesting) }
    }

    /// Templates by their names.
    fileprivate var templateNames: [String] {
        templates.map { Self.literal($0, for: CompletionShell.requesting) }
    }

    /// A candidate in the way in which the script of a shell takes it for itself.
    ///
    /// In bash the script expands the candidates, and one could run a command; in zsh a colon
    /// begins a description.
    static func literal(_ text: String, for shell: CompletionShell?) -> String {
        switch shell {
        case .bash:
            text.reduce(into: "") { result, character in
                let isPlain =
                    !character.isASCII || character.isLetter || character.isNumber
                    || "_-./".contains(character)
                result += isPlain ? String(character) : "\\\(character)"
            }
        case .zsh:
            text.reduce(into: "") { result, character in
                result += ":\\".contains(character) ? "\\\(character)" : String(character)
            }
        default: text
        }
    }
}

extension CompletionKind {
    /// The sessions of the store.
    package static var sessions: CompletionKind {
        .custom { _, _, text in ShellCandidates.current.sessions(beginningWith: text) }
    }

    /// The templates of this user.
    package static var templates: CompletionKind {
        .custom { _, _, _ in ShellCandidates.current.templateNames }
    }

    /// The models of the model server.
    package static var models: CompletionKind {
        .custom { _, _, _ in ShellCandidates.current.modelNames }
    }
}
