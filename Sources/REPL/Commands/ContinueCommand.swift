import ArgumentParser
import Chat

/// Goes on with a reply that was cut off.
package struct ContinueCommand: ChatCommand {
    package static let name = "continue"
    package static let summary = "Goes on with the last reply from where it stopped."

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        .turn(.continue)
    }
}
