import ArgumentParser
import Chat
import Terminal

/// Gives the session a name.
package struct RenameCommand: ChatCommand {
    package static let name = "rename"
    package static let shellName: String? = "rename"
    package static let usage = "NAME"
    package static let summary = "Gives the session a name."
    package static let takesFreeText = true
    package static let needsSession = true

    @Argument(help: "The new name.")
    var name: String

    package init() {}

    package func validate() throws {
        if ["", "\"\"", "''"].contains(name.trimmed) {
            throw ValidationError("The name is empty.")
        }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        try await context.conversation.rename(to: name.trimmed)
        context.output.notice("The session is called \(name.onOneLine) now.")
        return .next
    }
}
