import ArgumentParser
import Chat

/// Opens a session and shows where it stopped.
package struct OpenCommand: ChatCommand {
    package static let name = "open"
    package static let usage = "SESSION"
    package static let summary = "Opens a session by its name, its id, or #n."
    package static let takesFreeText = true

    @Argument(help: "The session.")
    var session: String

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        if let found = try context.foundMessage(session) {
            try await context.resume(at: found)
        } else {
            try await context.resume(try await context.session(session, takesBeginnings: true))
        }
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        await context.sessions(beginningWith: text)
            + context.rows(beginningWith: text)
    }
}
