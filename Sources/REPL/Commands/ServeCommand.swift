import ArgumentParser
import Chat
import Terminal

/// Starts a model server on this machine.
package struct ServeCommand: ChatCommand {
    package static let name = "serve"
    package static let summary = "Starts `ollama serve` on this machine."

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        if let version = try? await context.server.version() {
            context.output.notice("Ollama \(version) is running at \(context.server.address)")
            return .next
        }
        guard let start = context.startServer else { throw REPLError.cannotServe }
        try await start()
        context.output.notice("Ollama is running at \(context.server.address)")
        return .next
    }
}
