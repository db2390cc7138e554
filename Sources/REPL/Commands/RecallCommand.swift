import ArgumentParser
import Chat
import Search
import Terminal

/// Finds messages in all sessions by what they mean.
package struct RecallCommand: ChatCommand {
    package static let name = "recall"
    package static let shellName: String? = "recall"
    package static let usage = "QUESTION"
    package static let summary = "Finds messages by what they mean."
    package static let takesFreeText = true
    package static let leadingOptions: Set<String> = ["--all", "-a"]

    @Flag(name: .shortAndLong, help: "Show the best hundred, not only the first screen.")
    var all = false

    @Option(help: ArgumentHelp("How many messages to show at the most.", valueName: "n"))
    var limit: Int?

    @Argument(
        help: "A question in other words; role:, model:, session:, in:, since:, before:, has:code.")
    var words: [String] = []

    package init() {}

    package func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up.") }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let text =
            context.door == .prompt ? words.joined(separator: " ") : SearchWords.line(of: words)
        let query = try RecallQuery(
            text, with: SearchQueryParser { PointInTime($0, now: .now)?.timestamp })
        let size =
            all
            ? .messages(Self.most)
            : limit.map(SearchLimit.messages) ?? SearchLimit.usual(in: context)
        let sessions = try await context.sessions(of: query.query.scope)
        try await RecallRun(query, in: sessions, size, context: context).show()
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        await SearchCompletion(text, options: ["--all"]).candidates(in: context)
    }

    /// Everything is like a question, more or less.
    private static let most = 100
}
