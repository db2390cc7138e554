import ArgumentParser
import Chat
import Search
import Terminal

/// Finds messages in all sessions.
package struct SearchCommand: ChatCommand {
    package static let name = "search"
    package static let shellName: String? = "search"
    package static let usage = "WORDS"
    package static let summary = "Finds messages in all sessions."
    package static let takesFreeText = true
    package static let leadingOptions: Set<String> = [
        "--all", "-a", "--regex", "-E", "--substring", "-F",
    ]

    @Flag(name: .shortAndLong, help: "Show all that is found, not only the first screen.")
    var all = false

    @Flag(
        name: [.customShort("E"), .long],
        help: "Take the text for a regular expression; every message is read.")
    var regex = false

    @Flag(
        name: [.customShort("F"), .long],
        help: "Find the text wherever it begins and ends; every message is read.")
    var substring = false

    @Option(help: ArgumentHelp("How many messages to show at the most.", valueName: "n"))
    var limit: Int?

    @Argument(
        help:
            "Words, a \"phrase\", prefix*, not:word, role:, model:, session:, in:, since:, before:, has:code, sort:new or sort:best."
    )
    var words: [String] = []

    package init() {}

    package func validate() throws {
        if regex, substring { throw ValidationError("Give only one of --regex and --substring.") }
        if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up.") }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let query = try query(at: context.door)
        if context.isStoreAway() {
            context.output.warning(
                "The store is away: only what this program has seen is searched.")
        }
        let size =
            all
            ? SearchLimit.none
            : limit.map(SearchLimit.messages) ?? SearchLimit.usual(in: context)
        let sessions = try await context.sessions(of: query.scope)
        try await SearchRun(query, in: sessions, size, context: context).show()
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        await SearchCompletion(text).candidates(in: context)
    }

    /// What was typed, as a query.
    private func query(at door: CommandDoor) throws -> SearchQuery {
        let text =
            door == .prompt || regex || substring
            ? words.joined(separator: " ") : SearchWords.line(of: words)
        if regex || substring {
            guard !text.isEmpty else { throw REPLError.nothingToSearch }
            return SearchQuery(text: regex ? .pattern(text) : .substring(text))
        }
        return try SearchQueryParser { PointInTime($0, now: .now)?.timestamp }.parse(text)
    }
}

extension CommandContext {
    /// The sessions that a scope means, or `nil` for all.
    func sessions(of scope: SearchQuery.Scope) async throws -> [SessionID]? {
        switch scope {
        case .everything, .everyCopy: return nil
        case .thisSession, .family:
            guard door == .prompt else { throw REPLError.noActiveSession }
            let active = try await activeSession()
            guard scope == .family else { return [active] }
            return try await store.family(of: active).map(\.id)
        }
    }
}
