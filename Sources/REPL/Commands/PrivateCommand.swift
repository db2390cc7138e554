import ArgumentParser
import Chat
import Terminal

/// Begins a session of which nothing is kept.
package struct PrivateCommand: ChatCommand {
    package static let name = "private"
    package static let usage = "[NAME]"
    package static let summary = "Begins a session that is kept nowhere."
    package static let takesFreeText = true

    @Argument(help: "The name of the session while the program runs.")
    var name: String?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        await context.beginSession(named: name ?? "private", isPrivate: true)
        context.output.notice(
            "A private session: it is in the memory of this program only, and lines are not "
                + "remembered. /new begins another one that is kept.")
        return .next
    }
}
