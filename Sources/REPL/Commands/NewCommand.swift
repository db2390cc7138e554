import ArgumentParser
import Terminal

/// Begins a new session; the old one stays where it is.
package struct NewCommand: ChatCommand {
    package static let name = "new"
    package static let aliases = ["clear"]
    package static let usage = "[NAME]"
    package static let summary = "Begins a new session; the old one stays."
    package static let takesFreeText = true

    @Argument(help: "The name of the new session.")
    var name: String?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        await context.beginSession(named: name)
        context.output.notice(
            name.map { "A new session, \($0.onOneLine)." } ?? "A new session.")
        return .next
    }
}
