import ArgumentParser
import Chat
import Terminal

/// Sends a summary in place of the beginning of the session.
package struct CompactCommand: ChatCommand {
    package static let name = "compact"
    package static let shellName: String? = "compact"
    package static let usage = "[--undo]"
    package static let summary = "Sends a summary in place of old messages."
    package static let needsSession = true

    /// As many messages stay as they are.
    static let usualCount = 4

    @Option(help: ArgumentHelp("Leave so many of the newest messages as they are.", valueName: "n"))
    var keep: Int?

    @Flag(help: "Show what would be summarised, and do nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "Whether the session does this when its window fills up.", valueName: "on|off"))
    var auto: Switch?

    @Flag(help: "Take the last summary back.")
    var undo = false

    /// A decision for later.
    enum Switch: String, ExpressibleByArgument, CaseIterable {
        /// It does.
        case on
        /// It does not.
        case off
    }

    package init() {}

    package func validate() throws {
        if let keep, keep < 0 { throw ValidationError("--keep takes a number from 0 up.") }
        if undo, dryRun || keep != nil || auto != nil {
            throw ValidationError("--undo stands alone.")
        }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        _ = try await context.activeSession()
        try await context.settle()
        if let auto {
            var choices = try await context.activeSessionNow().choices
            choices.compacts = auto == .on
            try await context.conversation.change([.choices(choices)])
            context.output.notice(
                auto == .on
                    ? "Old messages are summarised when the window fills up."
                    : "Old messages are not summarised by themselves.")
            return .next
        }
        if undo {
            try await context.conversation.takeSummaryBack()
            context.output.notice("The summary is taken back. /context shows what is sent now.")
            return .next
        }
        let messages = try await context.conversation.messagesToSummarise(
            keepingNewest: keep ?? Self.usualCount)
        guard let first = messages.first, let last = messages.last else {
            throw ChatError.nothingToSummarise
        }
        let range = "Messages \(first.number) to \(last.number)"
        guard !dryRun else {
            context.output.notice("\(range) would be summarised in what is sent.")
            return .next
        }
        try await context.summarise(messages)
        context.output.notice(
            "\(range) are summarised in what is sent, and stay in the session. "
                + "/compact --undo takes that back.")
        return .next
    }
}

extension CommandContext {
    /// Lets the model summarise messages, showing the summary as it is made.
    func summarise(_ messages: [StoredMessage]) async throws {
        try await chooseModelIfNeeded()
        await warmup?.makeWay(for: conversation)
        let output = output
        output.result(.heading("Summary"))
        defer { output.endReply() }
        try await conversation.summarise(messages) { output.reply($0) }
    }
}
