import ArgumentParser
import Chat
import Terminal

/// Lists the sessions: all of them, or those that are looked for.
package struct SessionsCommand: ChatCommand {
    package static let name = "sessions"
    package static let shellName: String? = "list"
    package static let usage = "[TEXT]"
    package static let summary = "Lists or finds sessions, the last used first."

    /// As many as are shown at once where people read.
    private static let usualLimit = 20

    @Argument(help: "What the names have in them; a number alone is how many to list.")
    var text: [String] = []

    @Option(name: .shortAndLong, help: "Those that talk to this model.", completion: .models)
    var model: String?

    @Option(
        help: ArgumentHelp(
            "Those used since then: a duration such as 7d, or a date such as 2026-01-31.",
            valueName: "time"))
    var since: String?

    @Option(help: ArgumentHelp("Those used before then.", valueName: "time"))
    var before: String?

    @Flag(help: "Those that are pinned.")
    var pinned = false

    @Option(
        defaultAsFlag: "",
        help: ArgumentHelp(
            "The family of branches of this session; at the prompt, of the active one unless told.",
            valueName: "session"), completion: .sessions)
    var family: String?

    @Option(help: ArgumentHelp("Those with so many messages or more.", valueName: "n"))
    var minMessages: Int?

    @Option(
        help: ArgumentHelp(
            "By last use, name, number of messages or creation; but for the first, all are read.",
            valueName: "order"))
    var sort = SessionOrder.used

    @Option(help: ArgumentHelp("Which page of the list.", valueName: "n"))
    var page: Int?

    @Option(help: ArgumentHelp("How many make a page.", valueName: "n"))
    var limit: Int?

    package init() {}

    /// How many to list, where that is all that was said.
    private var count: Int? {
        guard limit == nil, let word = text.first, text.count == 1 else { return nil }
        return Int(word)
    }

    package func validate() throws {
        if let count, count < 1 { throw ValidationError("COUNT is a number from 1 up.") }
        let numbers = [("--page", page), ("--limit", limit), ("--min-messages", minMessages)]
        for (name, number) in numbers {
            if let number, number < 1 {
                throw ValidationError("\(name) takes a number from 1 up.")
            }
        }
        for time in [since, before].compactMap(\.self) where moment(time) == nil {
            throw ValidationError("“\(time)” is no time. \(PointInTime.advice)")
        }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let listing = SessionListing(
            filter: filter, order: sort, family: try await familyMembers(in: context),
            offset: offset(in: context), limit: pageSize(in: context))
        let spinner = context.output.spinner("Reading the list of sessions (Ctrl-C stops)")
        let result = try await listing.read(from: context.store) { count in
            spinner.update("Read \(Count.sessions(count)) (Ctrl-C stops)")
        }
        spinner.stop()
        context.list = .sessions(result.sessions.map(\.id))
        if context.settings.wantsJSON {
            try context.output.result(JSONText.of(result.sessions.map(SessionJSON.init)))
            return .next
        }
        guard !result.sessions.isEmpty else {
            context.output.notice(absence(result, in: context))
            return .next
        }
        let active = await context.conversation.session?.id
        context.output.table(SessionTable.make(result.sessions, active: active, now: .now))
        if result.hasMore || listing.offset > 0 {
            context.output.hint(position(of: result, behind: listing.offset))
        }
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        await OptionCompletion(of: Self.self, text).candidates { option, word in
            switch option {
            case "--model", "-m": await context.models(beginningWith: word)
            case "--sort":
                SessionOrder.allCases.map(\.rawValue).filter { $0.hasPrefix(word) }
                    .map { Candidate($0) }
            default: nil
            }
        }
    }

    private var filter: SessionFilter {
        SessionFilter(
            words: count == nil ? text : [], model: model, since: since.flatMap(moment),
            before: before.flatMap(moment), wantsPinned: pinned, leastMessages: minMessages)
    }

    private func moment(_ text: String) -> Timestamp? {
        PointInTime(text, now: .now)?.timestamp
    }

    /// The whole list goes to programs; people get a page of it.
    private func pageSize(in context: CommandContext) -> Int? {
        if let size = limit ?? count { return size }
        let isRead =
            context.door == .prompt || context.output.traits(of: .standardOutput).isTerminal
        return page != nil || isRead && !context.settings.wantsJSON ? Self.usualLimit : nil
    }

    private func offset(in context: CommandContext) -> Int {
        let size = pageSize(in: context) ?? Self.usualLimit
        let (offset, isTooFar) = ((page ?? 1) - 1).multipliedReportingOverflow(by: size)
        return isTooFar ? Int(Int32.max) : offset
    }

    private func familyMembers(in context: CommandContext) async throws -> [Session]? {
        guard let family else { return nil }
        guard family.isEmpty else {
            return try await context.store.family(of: try await context.session(family).id)
        }
        guard context.door == .prompt else { throw REPLError.noFamilyNamed }
        return try await context.store.family(of: try await context.activeSession())
    }

    private func absence(_ result: SessionListing.Result, in context: CommandContext) -> String {
        if let page, page > 1, result.total != 0 {
            return "There is no page \(page) of \(Count.sessions(result.total ?? 0))."
        }
        let isFamily = family != nil
        guard isFamily || !filter.isEmpty else {
            return "There are no sessions yet. A session begins with a message."
        }
        let place = isFamily ? " of this family" : ""
        return "There is no session\(place) \(filter.description)".trimmed + "."
    }

    private func position(of result: SessionListing.Result, behind offset: Int) -> String {
        let rows = "\(offset + 1) to \(offset + result.sessions.count)"
        let total = result.total.map { " of \($0)" } ?? ""
        let next = result.hasMore ? " Add --page \((page ?? 1) + 1) to see more." : ""
        return "These are \(rows)\(total).\(next)"
    }
}
