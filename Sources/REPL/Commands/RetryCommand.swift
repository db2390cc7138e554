import ArgumentParser
import Chat

/// Asks the last question again.
package struct RetryCommand: ChatCommand {
    package static let name = "retry"
    package static let summary = "Asks the last question again."

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome { .turn(.retry) }
}
