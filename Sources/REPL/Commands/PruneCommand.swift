import ArgumentParser
import Chat
import Terminal

/// Takes old messages off a session, or old sessions off the list.
package struct PruneCommand: ChatCommand {
    package static let name = "prune"
    package static let shellName: String? = "prune"
    package static let usage = "[--keep N]"
    package static let summary = "Takes old messages off the session, to its shelf."

    @Option(help: ArgumentHelp("Keep so many messages at the end.", valueName: "n"))
    var keep: Int?

    @Option(
        help: ArgumentHelp(
            "Take off what is older than this, such as 12h or 30d.", valueName: "duration"))
    var olderThan: String?

    @Option(help: ArgumentHelp("Keep what fits into so many tokens.", valueName: "n"))
    var maxTokens: Int?

    @Flag(help: "Prune the list of sessions: those not used for as long as --older-than says.")
    var sessions = false

    @Flag(help: "Leave pinned sessions.")
    var keepPinned = false

    @Flag(
        help: "Let the model summarise first what is taken off; the summary is sent from then on.")
    var summarize = false

    @Flag(help: "Remove for good what is taken off.")
    var purge = false

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @Argument(help: "The session; the active one unless told.", completion: .sessions)
    var session: String?

    package init() {}

    /// The command that moves sessions into the trash which were not used for some hours; pinned
    /// ones stay.
    package static func cleaning(unusedForHours hours: Double, asking: Bool) throws -> PruneCommand
    {
        let age = "\(max(1, Int(hours * 3600)))s"
        return try parse(
            ["--sessions", "--keep-pinned", "--older-than", age] + (asking ? [] : ["--yes"]))
    }

    package func validate() throws {
        if let keep, keep < 0 { throw ValidationError("--keep takes a number from 0 up.") }
        if let maxTokens, maxTokens < 1 {
            throw ValidationError("--max-tokens takes a number from 1 up.")
        }
        if let olderThan, age(olderThan) == nil {
            throw ValidationError("“\(olderThan)” is no duration. Use one such as 12h or 30d.")
        }
        guard sessions else {
            if keep == nil, olderThan == nil, maxTokens == nil {
                throw ValidationError("Say what to keep: --keep, --older-than or --max-tokens.")
            }
            return
        }
        if olderThan == nil { throw ValidationError("--sessions needs --older-than.") }
        if keep != nil || maxTokens != nil || session != nil || summarize {
            throw ValidationError("--sessions goes with --older-than alone.")
        }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let cutoff = olderThan.flatMap(age).map { Timestamp.now.advanced(byMicroseconds: -$0) }
        if sessions, let cutoff {
            let rule = IdleSessions(cutoff: cutoff, keepsPinned: keepPinned, purges: purge)
            try await rule.remove(in: context, asking: !yes)
        } else {
            try await pruneMessages(olderThan: cutoff, in: context)
        }
        return .next
    }

    private func pruneMessages(olderThan cutoff: Timestamp?, in context: CommandContext)
        async throws
    {
        if let session { context.activate(try await context.session(session)) }
        guard context.door == .prompt || session != nil else { throw REPLError.noneNamed }
        try await context.settle()
        let history = try await context.store.history(of: try await context.activeSession(), .all)
        let rule = PruneRule(
            keep: keep, cutoff: cutoff, maxTokens: maxTokens, model: history.session.model ?? "")
        let old = rule.pruned(of: history.messages)
        guard !old.isEmpty else {
            return context.output.notice("There is nothing to take off.")
        }
        let size = ByteCount.text(of: Int64(old.reduce(0) { $0 + $1.member.count }))
        let what = "\(Count.messages(old.count)) (\(size)) of \(history.messages.count)"
        if !yes {
            let question =
                purge
                ? "\(summarize ? "Summarise and remove" : "Remove") the oldest \(what) for good? "
                    + "Nothing can bring them back."
                : "\(summarize ? "Summarise and take" : "Take") the oldest \(what) off "
                    + "\(history.session.title)?"
            guard try await context.confirm(question) else {
                return context.output.notice("Nothing was taken off.")
            }
        }
        if summarize { try await context.summarise(old) }
        try await context.conversation.remove(old, as: .prune, keepingMessages: !purge)
        context.output.notice(
            purge
                ? "Removed \(what) for good."
                : "Took off \(what). /shelf lists them, and puts them back.")
    }

    private func age(_ text: String) -> Int64? {
        guard case .seconds(let seconds) = TimeToLive(text: text) else { return nil }
        let (age, isTooLong) = Int64(seconds).multipliedReportingOverflow(by: 1_000_000)
        return isTooLong ? nil : age
    }
}
