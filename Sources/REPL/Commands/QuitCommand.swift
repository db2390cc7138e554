import ArgumentParser

/// Leaves the program.
///
/// Everything said is in the store already.
package struct QuitCommand: ChatCommand {
    package static let name = "quit"
    package static let aliases = ["bye", "exit"]
    package static let summary = "Leaves; ollama-chat -c goes on."

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome { .quit }
}
