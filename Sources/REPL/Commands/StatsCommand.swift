import ArgumentParser
import Chat
import Terminal

/// Shows what a session, or all that the store holds, comes to.
package struct StatsCommand: ChatCommand {
    package static let name = "stats"
    package static let shellName: String? = "stats"
    package static let usage = "[--all] [SESSION]"
    package static let summary = "Shows figures of the session, or of the store."
    package static let takesFreeText = true
    package static let leadingOptions: Set<String> = ["--all"]

    @Flag(help: "All sessions of the store; in the shell, what is shown unless a session is named.")
    var all = false

    @Argument(
        help: "The session; at the prompt, the active one unless told.", completion: .sessions)
    var session: String?

    package init() {}

    package func validate() throws {
        if all, session != nil { throw ValidationError("--all goes without a session.") }
    }

    /// Whether it is about all sessions.
    package func isAboutStore(at door: CommandDoor) -> Bool {
        all || door == .shell && session == nil
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let reading = UsageReading(context.store)
        if isAboutStore(at: context.door) {
            let spinner = context.output.spinner("Reading the sessions (Ctrl-C stops)")
            let statistics = try await reading.all { count in
                spinner.update("Read \(Count.sessions(count)) (Ctrl-C stops)")
            }
            spinner.stop()
            context.list = .sessions(statistics.largest.map(\.session.id))
            try await show(statistics, of: nil, in: context)
        } else {
            let session = try await target(in: context)
            try await show(try await reading.one(session), of: session, in: context)
        }
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        text.hasPrefix("-")
            ? leadingOptions.filter { $0.hasPrefix(text) }.map { Candidate($0) }
            : await context.sessions(beginningWith: text)
    }

    private func target(in context: CommandContext) async throws -> Session {
        if let session { return try await context.session(session) }
        return try await context.activeSessionNow()
    }

    private func show(
        _ statistics: UsageStatistics, of session: Session?, in context: CommandContext
    ) async throws {
        let usage = try await context.store.usage()
        if context.settings.wantsJSON {
            return try context.output.result(JSONText.of(UsageJSON(statistics, of: session, usage)))
        }
        guard statistics.sessionCount > 0 else {
            return context.output.notice(
                "There are no sessions yet. A session begins with a message.")
        }
        let traits = context.output.traits(of: .standardOutput)
        let report = UsageReport(
            statistics: statistics, session: session, store: usage,
            bars: (traits.isTerminal, traits.isUTF8))
        for (index, table) in report.tables.enumerated() {
            if index > 0 { context.output.result("") }
            context.output.table(table)
        }
    }
}
